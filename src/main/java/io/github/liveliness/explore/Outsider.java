package io.github.liveliness.explore;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** Tells threads that may do something by themselves from those that wait until somebody else does, or serve the JVM alone. */
final class Outsider {

    /** Of the JVM, of those who start tests, and of ours: none of them runs code of users, nor touches what a test waits for. */
    private static final Set<String> SERVANTS = Set.of(
            "Attach Listener",
            "Common-Cleaner",
            "DestroyJavaVM",
            "Finalizer",
            "Monitor Ctrl-Break",
            "Notification Thread",
            "Reference Handler",
            "Signal Dispatcher",
            "junit-jupiter-timeout-watcher",
            "liveliness attach",
            "liveliness hooks",
            "liveliness prover",
            "liveliness trial",
            "liveliness watcher");

    /** Those by which a JVM of tests hears of Maven, and Maven of it. */
    private static final String SERVANTS_OF_MAVEN = "surefire-";

    /** What drives an exploration, on the thread of its test, and how Gradle hears of its tests, on threads that have names which differ. */
    private static final List<String> SERVING_CODE = List.of(
            "io.github.liveliness.explore.ControlledProgram",
            "io.github.liveliness.explore.Explorer",
            "io.github.liveliness.explore.Replay",
            "io.github.liveliness.explore.WallClockGuard",
            "org.gradle.internal.remote.");

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
        return SERVANTS.contains(name)
                || name.startsWith(SERVANTS_OF_MAVEN)
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
