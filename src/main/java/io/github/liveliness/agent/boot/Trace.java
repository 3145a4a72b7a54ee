package io.github.liveliness.agent.boot;

import java.lang.StackWalker.StackFrame;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** What each thread of a controlled run did, in order. To walk a stack at each point is dear: only a run to be shown is traced. */
public final class Trace {

    static final Trace NONE = new Trace(false);

    private static final StackWalker WALKER = StackWalker.getInstance();
    private static final FirstOfUser FIRST_OF_USER = new FirstOfUser();
    private static final String[] NOT_OF_USERS = {
        "java.", "javax.", "jdk.", "sun.", "com.sun.", "org.junit.", "io.github.liveliness.agent."
    };

    private final boolean wanted;
    private final List<Step> steps = new ArrayList<>();

    private Trace(boolean wanted) {
        this.wanted = wanted;
    }

    static Trace begin() {
        return new Trace(true);
    }

    /**
     * One thread's arrival at one point.
     *
     * @param frame the line of the user's that led there, null where none did
     */
    public record Step(int thread, String threadName, PointKind kind, StackTraceElement frame) {}

    /** The steps so far. */
    public List<Step> steps() {
        return List.copyOf(steps);
    }

    /** Whether code of this class is the user's. */
    public static boolean isOfUser(String className) {
        for (String prefix : NOT_OF_USERS) {
            if (className.startsWith(prefix)) {
                return false;
            }
        }
        return true;
    }

    void add(ControlledThread thread) {
        if (wanted) {
            StackTraceElement frame = thread.hasBegun() ? WALKER.walk(FIRST_OF_USER) : null;
            steps.add(new Step(thread.number(), thread.thread().getName(), thread.point(), frame));
        }
    }

    private static final class FirstOfUser implements Function<Stream<StackFrame>, StackTraceElement> {
        @Override
        public StackTraceElement apply(Stream<StackFrame> stack) {
            Iterator<StackFrame> frames = stack.iterator();
            while (frames.hasNext()) {
                StackFrame frame = frames.next();
                if (isOfUser(frame.getClassName())) {
                    return frame.toStackTraceElement();
                }
            }
            return null;
        }
    }
}
