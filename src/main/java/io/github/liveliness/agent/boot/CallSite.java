package io.github.liveliness.agent.boot;

import java.lang.StackWalker.StackFrame;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** The frames that led to a hook. They are walked at once and turned into text only when somebody reads them. */
final class CallSite {

    static final CallSite UNKNOWN = new CallSite(List.of());

    private static final int FRAMES = 12;
    private static final int DEPTH = 64;
    private static final String OWN_PACKAGE = CallSite.class.getPackageName() + '.';
    private static final StackWalker WALKER = StackWalker.getInstance();

    private static final Nearest NEAREST = new Nearest();
    private static final StaticInitializer STATIC_INITIALIZER = new StaticInitializer();

    private final List<StackFrame> frames;

    private CallSite(List<StackFrame> frames) {
        this.frames = frames;
    }

    static CallSite ofCaller() {
        return new CallSite(WALKER.walk(NEAREST));
    }

    static boolean isInStaticInitializer() {
        return WALKER.walk(STATIC_INITIALIZER);
    }

    List<StackTraceElement> frames() {
        List<StackTraceElement> elements = new ArrayList<>(frames.size());
        for (StackFrame frame : frames) {
            elements.add(frame.toStackTraceElement());
        }
        return List.copyOf(elements);
    }

    private static List<StackFrame> nearest(Iterator<StackFrame> stack) {
        List<StackFrame> users = new ArrayList<>(FRAMES);
        List<StackFrame> platform = new ArrayList<>(FRAMES);
        for (int depth = 0; depth < DEPTH && users.size() < FRAMES && stack.hasNext(); depth++) {
            StackFrame frame = stack.next();
            String type = frame.getClassName();
            if (!isPlatform(type)) {
                users.add(frame);
            } else if (platform.size() < FRAMES && !type.startsWith(OWN_PACKAGE)) {
                platform.add(frame);
            }
        }
        return users.isEmpty() ? platform : users;
    }

    private static boolean isPlatform(String type) {
        return type.startsWith("java.")
                || type.startsWith("jdk.")
                || type.startsWith("sun.")
                || type.startsWith(OWN_PACKAGE);
    }

    /** Classes and not lambdas: the first hook may run where linking a lambda would recurse. */
    private static final class Nearest implements Function<Stream<StackFrame>, List<StackFrame>> {
        @Override
        public List<StackFrame> apply(Stream<StackFrame> stack) {
            return nearest(stack.iterator());
        }
    }

    private static final class StaticInitializer implements Function<Stream<StackFrame>, Boolean> {
        @Override
        public Boolean apply(Stream<StackFrame> stack) {
            Iterator<StackFrame> frames = stack.iterator();
            for (int depth = 0; depth < DEPTH && frames.hasNext(); depth++) {
                if (frames.next().getMethodName().equals("<clinit>")) {
                    return true;
                }
            }
            return false;
        }
    }
}
