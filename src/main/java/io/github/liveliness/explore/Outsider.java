package io.github.liveliness.explore;

import java.util.Arrays;
import java.util.List;

/** Tells threads that may do something by themselves from those that wait until somebody else does, or serve the JVM alone. */
final class Outsider {

    /** Of the JVM, of those who start tests, and of ours: none of them touches what a test waits for. */
    private static final List<String> SERVANTS = List.of(
            "Attach Listener",
            "Common-Cleaner",
            "DestroyJavaVM",
            "Finalizer",
            "Monitor Ctrl-Break",
            "Notification Thread",
            "Reference Handler",
            "Signal Dispatcher",
            "junit-",
            "liveliness ",
            "surefire-");

    /** Ours, and those by which Gradle hears of its tests, which read from sockets and have names that differ. */
    private static final List<String> SERVING_CODE =
            List.of("io.github.liveliness.explore.", "org.gradle.internal.remote.");

    private static final String POOL = "java.util.concurrent.ThreadPoolExecutor";
    private static final String FORK_JOIN_POOL = "java.util.concurrent.ForkJoinPool";

    /** What is due in it starts by itself. */
    private static final String TIMED_TASKS = "java.util.concurrent.ScheduledThreadPoolExecutor";

    private Outsider() {}

    static boolean mayMove(String name, Thread.State state, StackTraceElement[] stack) {
        return switch (state) {
            case NEW, TERMINATED, WAITING -> false;
            case TIMED_WAITING -> !isServant(name, stack) && !isIdle(stack);
            case RUNNABLE, BLOCKED -> stack.length > 0 && !isServant(name, stack);
        };
    }

    private static boolean isServant(String name, StackTraceElement[] stack) {
        return SERVANTS.stream().anyMatch(name::startsWith)
                || Arrays.stream(stack)
                        .anyMatch(frame -> SERVING_CODE.stream().anyMatch(frame.getClassName()::startsWith));
    }

    /** A worker that waits for work wakes in the end, and only to be gone. */
    private static boolean isIdle(StackTraceElement[] stack) {
        return Arrays.stream(stack).noneMatch(frame -> frame.getClassName().startsWith(TIMED_TASKS))
                && Arrays.stream(stack)
                        .anyMatch(frame -> (frame.getClassName().equals(POOL)
                                        && frame.getMethodName().equals("getTask"))
                                || (frame.getClassName().equals(FORK_JOIN_POOL)
                                        && frame.getMethodName().equals("awaitWork")));
    }
}
