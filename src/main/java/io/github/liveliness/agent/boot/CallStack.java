package io.github.liveliness.agent.boot;

import java.lang.StackWalker.StackFrame;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** All frames that led to a hook, save our own. They are walked at once and turned into text only when somebody reads them. */
final class CallStack {

    private static final int DEPTH = 256;
    private static final String OWN_PACKAGE = CallStack.class.getPackageName() + '.';
    private static final StackWalker WALKER = StackWalker.getInstance();
    private static final Upmost UPMOST = new Upmost();

    private final List<StackFrame> frames;

    private CallStack(List<StackFrame> frames) {
        this.frames = frames;
    }

    static CallStack ofCaller() {
        return WALKER.walk(UPMOST);
    }

    List<StackTraceElement> frames() {
        List<StackTraceElement> elements = new ArrayList<>(frames.size());
        for (StackFrame frame : frames) {
            elements.add(frame.toStackTraceElement());
        }
        return List.copyOf(elements);
    }

    /** A class and not a lambda: the first hook may run where linking a lambda would recurse. */
    private static final class Upmost implements Function<Stream<StackFrame>, CallStack> {
        @Override
        public CallStack apply(Stream<StackFrame> stack) {
            List<StackFrame> upmost = new ArrayList<>();
            Iterator<StackFrame> frames = stack.iterator();
            while (frames.hasNext() && upmost.size() < DEPTH) {
                StackFrame frame = frames.next();
                if (!frame.getClassName().startsWith(OWN_PACKAGE)) {
                    upmost.add(frame);
                }
            }
            return new CallStack(upmost);
        }
    }
}
