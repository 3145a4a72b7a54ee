package io.github.liveliness.agent;

import static io.github.liveliness.agent.Hook.ABOUT_TO_JOIN;
import static io.github.liveliness.agent.Hook.ABOUT_TO_WAIT;
import static io.github.liveliness.agent.Hook.EXECUTOR_MADE;
import static io.github.liveliness.agent.Hook.FUTURE_FAILED;
import static io.github.liveliness.agent.Hook.STAGE_FAILED;
import static io.github.liveliness.agent.Hook.TASK_REJECTED;
import static io.github.liveliness.agent.Hook.TASK_RUN;
import static io.github.liveliness.agent.Hook.TASK_SUBMITTED;
import static io.github.liveliness.agent.Hook.THREAD_DIED;
import static io.github.liveliness.agent.Hook.TIMED_PARK;
import static io.github.liveliness.agent.Hook.TIMED_PARK_UNTIL;
import static io.github.liveliness.agent.Hook.WORKER_STARTED;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Every method of the JDK that gets a hook. */
final class HookTable {

    private static final String CONCURRENT = "java/util/concurrent/";
    private static final String BASE = CONCURRENT + "AbstractExecutorService";
    private static final String POOL = CONCURRENT + "ThreadPoolExecutor";
    private static final String SCHEDULED = CONCURRENT + "ScheduledThreadPoolExecutor";
    private static final String FORK_JOIN = CONCURRENT + "ForkJoinPool";
    private static final String PARKING = CONCURRENT + "locks/LockSupport";
    private static final String FUTURE = CONCURRENT + "CompletableFuture";
    private static final String FIRE = "(I)Ljava/util/concurrent/CompletableFuture;";

    /** A task that reaches a queue is seen with the very object that will lie in it. */
    private static final List<HookPoint> POINTS = List.of(
            new HookPoint(BASE, "<init>", "()V", EXECUTOR_MADE),
            new HookPoint(POOL, "execute", "(Ljava/lang/Runnable;)V", TASK_SUBMITTED),
            new HookPoint(POOL, "runWorker", "(Ljava/util/concurrent/ThreadPoolExecutor$Worker;)V", WORKER_STARTED),
            new HookPoint(
                    SCHEDULED, "delayedExecute", "(Ljava/util/concurrent/RunnableScheduledFuture;)V", TASK_SUBMITTED),
            new HookPoint(
                    FORK_JOIN,
                    "externalSubmit",
                    "(Ljava/util/concurrent/ForkJoinTask;)Ljava/util/concurrent/ForkJoinTask;",
                    TASK_SUBMITTED),
            new HookPoint(
                            FORK_JOIN,
                            "poolSubmit",
                            "(ZLjava/util/concurrent/ForkJoinTask;)Ljava/util/concurrent/ForkJoinTask;",
                            TASK_SUBMITTED)
                    .since(19),
            new HookPoint(
                            FORK_JOIN,
                            "scheduleDelayedTask",
                            "(Ljava/util/concurrent/DelayScheduler$ScheduledForkJoinTask;)"
                                    + "Ljava/util/concurrent/DelayScheduler$ScheduledForkJoinTask;",
                            TASK_SUBMITTED)
                    .since(25),
            new HookPoint(FORK_JOIN, "runWorker", "(Ljava/util/concurrent/ForkJoinPool$WorkQueue;)V", WORKER_STARTED),
            new HookPoint(CONCURRENT + "FutureTask", "awaitDone", "(ZJ)I", ABOUT_TO_WAIT),
            new HookPoint(FUTURE, "waitingGet", "(Z)Ljava/lang/Object;", ABOUT_TO_JOIN),
            new HookPoint(PARKING, "parkNanos", "(J)V", TIMED_PARK),
            new HookPoint(PARKING, "parkNanos", "(Ljava/lang/Object;J)V", TIMED_PARK),
            new HookPoint(PARKING, "parkUntil", "(J)V", TIMED_PARK_UNTIL),
            new HookPoint(PARKING, "parkUntil", "(Ljava/lang/Object;J)V", TIMED_PARK_UNTIL),
            new HookPoint("java/lang/Thread", "dispatchUncaughtException", "(Ljava/lang/Throwable;)V", THREAD_DIED),
            new HookPoint(CONCURRENT + "FutureTask", "setException", "(Ljava/lang/Throwable;)V", FUTURE_FAILED),
            new HookPoint(CONCURRENT + "ForkJoinTask", "trySetThrown", "(Ljava/lang/Throwable;)I", FUTURE_FAILED)
                    .until(21),
            new HookPoint(CONCURRENT + "ForkJoinTask", "trySetThrown", "(Ljava/lang/Throwable;)Z", FUTURE_FAILED)
                    .since(22),
            new HookPoint(POOL, "afterExecute", "(Ljava/lang/Runnable;Ljava/lang/Throwable;)V", TASK_RUN),
            new HookPoint(POOL, "reject", "(Ljava/lang/Runnable;)V", TASK_REJECTED),
            new HookPoint(FUTURE + "$AsyncRun", "run", "()V", STAGE_FAILED),
            new HookPoint(FUTURE + "$AsyncSupply", "run", "()V", STAGE_FAILED),
            new HookPoint(FUTURE + "$UniApply", "tryFire", FIRE, STAGE_FAILED),
            new HookPoint(FUTURE + "$UniAccept", "tryFire", FIRE, STAGE_FAILED),
            new HookPoint(FUTURE + "$UniRun", "tryFire", FIRE, STAGE_FAILED),
            new HookPoint(FUTURE + "$UniCompose", "tryFire", FIRE, STAGE_FAILED),
            new HookPoint(FUTURE, "uniApplyNow", now("java/util/function/Function"), STAGE_FAILED),
            new HookPoint(FUTURE, "uniAcceptNow", now("java/util/function/Consumer"), STAGE_FAILED),
            new HookPoint(FUTURE, "uniRunNow", now("java/lang/Runnable"), STAGE_FAILED));

    private HookTable() {}

    private static String now(String function) {
        return "(Ljava/lang/Object;Ljava/util/concurrent/Executor;L" + function
                + ";)Ljava/util/concurrent/CompletableFuture;";
    }

    /** The methods to be hooked on this JDK, by the internal name of their class. */
    static Map<String, List<HookPoint>> forJdk(int jdk) {
        Map<String, List<HookPoint>> points = new HashMap<>();
        for (HookPoint point : POINTS) {
            if (point.isIn(jdk)) {
                points.computeIfAbsent(point.type(), any -> new ArrayList<>()).add(point);
            }
        }
        return points;
    }
}
