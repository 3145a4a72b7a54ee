package io.github.liveliness.agent.boot;

import java.lang.StackWalker.StackFrame;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** Frames that led to a hook. They are walked at once and turned into text only when somebody reads them. */
final class WalkedFrames {

    static final WalkedFrames NONE = new WalkedFrames(List.of());

    private static final int DEPTH = 256;
    private static final String OWN_PACKAGE = WalkedFrames.class.getPackageName() + '.';
    private static final StackWalker WALKER = StackWalker.getInstance();
    private static final Upmost UPMOST = new Upmost();

    private final List<StackFrame> frames;

    WalkedFrames(List<StackFrame> frames) {
        this.frames = frames;
    }

    /** All frames, save our own. */
    static WalkedFrames ofCaller() {
        return WALKER.walk(UPMOST);
    }

    /** Whether a class of this name is one of ours. */
    static boolean isOwn(String type) {
        return type.startsWith(OWN_PACKAGE);
    }

    List<StackTraceElement> elements() {
        List<StackTraceElement> elements = new ArrayList<>(frames.size());
        for (StackFrame frame : frames) {
            elements.add(frame.toStackTraceElement());
        }
        return List.copyOf(elements);
    }

    /** A class and not a lambda: the first hook may run where linking a lambda would recurse. */
    private static final class Upmost implements Function<Stream<StackFrame>, WalkedFrames> {
        @Override
        public WalkedFrames apply(Stream<StackFrame> stack) {
            List<StackFrame> upmost = new ArrayList<>();
            Iterator<StackFrame> frames = stack.iterator();
            while (frames.hasNext() && upmost.size() < DEPTH) {
                StackFrame frame = frames.next();
                if (!isOwn(frame.getClassName())) {
                    upmost.add(frame);
                }
            }
            return new WalkedFrames(upmost);
        }
    }
}
