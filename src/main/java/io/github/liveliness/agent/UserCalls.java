package io.github.liveliness.agent;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The calls of {@code java.util.concurrent} in code of users before which other threads may go on. What such a call does inside
 * is not interrupted until it waits: locks of the JDK's own are never contended, and runs stay short.
 */
final class UserCalls {

    private static final String CONCURRENT = ControlTable.CONCURRENT;

    private static final Set<String> EXECUTORS = Set.of(
            "Executor",
            "ExecutorService",
            "ScheduledExecutorService",
            "AbstractExecutorService",
            "ThreadPoolExecutor",
            "ScheduledThreadPoolExecutor",
            "ForkJoinPool",
            "CompletionService",
            "ExecutorCompletionService");

    /** Collections, atomics and variable handles are memory: what meets there does not wait. */
    private static final List<String> MEMORY = List.of("atomic/", "Concurrent", "CopyOnWrite");

    /** What has no state that another thread sees, or calls the user's own code at once. */
    private static final List<String> APART = List.of(
            "TimeUnit",
            "Executors",
            "ThreadFactory",
            "Callable",
            "ThreadLocalRandom",
            "Delayed",
            "RejectedExecutionHandler");

    private UserCalls() {}

    /** The hook before a call, if it gets one. */
    static Optional<String> hookBefore(String owner, String method) {
        if (owner.equals("java/lang/invoke/VarHandle")) {
            return Optional.of("touches");
        }
        if (!owner.startsWith(CONCURRENT)) {
            return Optional.empty();
        }
        String name = owner.substring(CONCURRENT.length());
        if (APART.contains(name) || name.endsWith("Exception")) {
            return Optional.empty();
        }
        if (MEMORY.stream().anyMatch(name::startsWith)) {
            return Optional.of("touches");
        }
        if (name.startsWith("locks/")) {
            return Optional.of("locks");
        }
        return Optional.of(EXECUTORS.contains(name) && submits(method) ? "submits" : "synchronizes");
    }

    private static boolean submits(String method) {
        return method.equals("execute")
                || method.startsWith("submit")
                || method.startsWith("invoke")
                || method.startsWith("schedule");
    }
}
