package io.github.liveliness.jdk;

import org.apiguardian.api.API;

/**
 * The private fields of the JDK that are read: the one place that knows their names.
 *
 * <p>All of them are named alike in JDK 17 to 25, save those that are marked as being there in some only.
 */
@API(status = API.Status.INTERNAL)
public enum JdkField {
    THREAD_IDENTIFIER("java.lang.Thread", "tid"),
    THREAD_NAME("java.lang.Thread", "name"),
    THREAD_BLOCKER("java.lang.Thread", "parkBlocker"),
    /** Up to JDK 18. */
    THREAD_TARGET("java.lang.Thread", "target", Presence.IN_SOME),
    THREAD_STATUS("java.lang.Thread", "threadStatus", Presence.IN_SOME),
    /** Since JDK 19, which keeps in it what was in the thread before. */
    THREAD_HOLDER("java.lang.Thread", "holder", Presence.IN_SOME),
    HOLDER_TASK("java.lang.Thread$FieldHolder", "task", Presence.IN_SOME),
    HOLDER_STATUS("java.lang.Thread$FieldHolder", "threadStatus", Presence.IN_SOME),

    SYNCHRONIZER_STATE("java.util.concurrent.locks.AbstractQueuedSynchronizer", "state"),
    SYNCHRONIZER_OWNER("java.util.concurrent.locks.AbstractOwnableSynchronizer", "exclusiveOwnerThread"),
    CONDITION_SYNCHRONIZER("java.util.concurrent.locks.AbstractQueuedSynchronizer$ConditionObject", "this$0"),

    NODE_WAITER("java.util.concurrent.locks.AbstractQueuedSynchronizer$Node", "waiter"),
    NODE_STATUS("java.util.concurrent.locks.AbstractQueuedSynchronizer$Node", "status"),
    /** Under the read-write lock since JDK 25. */
    LONG_CONDITION_SYNCHRONIZER("java.util.concurrent.locks.AbstractQueuedLongSynchronizer$ConditionObject", "this$0"),
    LONG_NODE_WAITER("java.util.concurrent.locks.AbstractQueuedLongSynchronizer$Node", "waiter"),
    LONG_NODE_STATUS("java.util.concurrent.locks.AbstractQueuedLongSynchronizer$Node", "status"),

    POOL_CONTROL("java.util.concurrent.ThreadPoolExecutor", "ctl"),
    POOL_QUEUE("java.util.concurrent.ThreadPoolExecutor", "workQueue"),
    POOL_WORKERS("java.util.concurrent.ThreadPoolExecutor", "workers"),
    POOL_CORE("java.util.concurrent.ThreadPoolExecutor", "corePoolSize"),
    POOL_MAXIMUM("java.util.concurrent.ThreadPoolExecutor", "maximumPoolSize"),
    POOL_COMPLETED("java.util.concurrent.ThreadPoolExecutor", "completedTaskCount"),
    POOL_REJECTION("java.util.concurrent.ThreadPoolExecutor", "handler"),
    WORKER_THREAD("java.util.concurrent.ThreadPoolExecutor$Worker", "thread"),
    WORKER_COMPLETED("java.util.concurrent.ThreadPoolExecutor$Worker", "completedTasks"),
    SCHEDULED_TASK_TIME("java.util.concurrent.ScheduledThreadPoolExecutor$ScheduledFutureTask", "time"),

    LINKED_QUEUE_HEAD("java.util.concurrent.LinkedBlockingQueue", "head"),
    LINKED_QUEUE_COUNT("java.util.concurrent.LinkedBlockingQueue", "count"),
    LINKED_QUEUE_CAPACITY("java.util.concurrent.LinkedBlockingQueue", "capacity"),
    LINKED_QUEUE_ITEM("java.util.concurrent.LinkedBlockingQueue$Node", "item"),
    LINKED_QUEUE_NEXT("java.util.concurrent.LinkedBlockingQueue$Node", "next"),
    LINKED_DEQUE_FIRST("java.util.concurrent.LinkedBlockingDeque", "first"),
    LINKED_DEQUE_COUNT("java.util.concurrent.LinkedBlockingDeque", "count"),
    LINKED_DEQUE_CAPACITY("java.util.concurrent.LinkedBlockingDeque", "capacity"),
    LINKED_DEQUE_ITEM("java.util.concurrent.LinkedBlockingDeque$Node", "item"),
    LINKED_DEQUE_NEXT("java.util.concurrent.LinkedBlockingDeque$Node", "next"),
    ARRAY_QUEUE_ITEMS("java.util.concurrent.ArrayBlockingQueue", "items"),
    ARRAY_QUEUE_COUNT("java.util.concurrent.ArrayBlockingQueue", "count"),
    ARRAY_QUEUE_TAKE("java.util.concurrent.ArrayBlockingQueue", "takeIndex"),
    PRIORITY_QUEUE_ITEMS("java.util.concurrent.PriorityBlockingQueue", "queue"),
    PRIORITY_QUEUE_COUNT("java.util.concurrent.PriorityBlockingQueue", "size"),
    DELAYED_QUEUE_ITEMS("java.util.concurrent.ScheduledThreadPoolExecutor$DelayedWorkQueue", "queue"),
    DELAYED_QUEUE_COUNT("java.util.concurrent.ScheduledThreadPoolExecutor$DelayedWorkQueue", "size"),

    DELEGATE("java.util.concurrent.Executors$DelegatedExecutorService", "e"),

    FORK_JOIN_QUEUES("java.util.concurrent.ForkJoinPool", "queues"),
    FORK_JOIN_STEALS("java.util.concurrent.ForkJoinPool", "stealCount"),
    FORK_JOIN_QUEUE_OWNER("java.util.concurrent.ForkJoinPool$WorkQueue", "owner"),
    FORK_JOIN_QUEUE_TASKS("java.util.concurrent.ForkJoinPool$WorkQueue", "array"),
    FORK_JOIN_QUEUE_BASE("java.util.concurrent.ForkJoinPool$WorkQueue", "base"),
    FORK_JOIN_QUEUE_TOP("java.util.concurrent.ForkJoinPool$WorkQueue", "top"),
    FORK_JOIN_QUEUE_STEALS("java.util.concurrent.ForkJoinPool$WorkQueue", "nsteals"),
    FORK_JOIN_TASK_STATUS("java.util.concurrent.ForkJoinTask", "status"),

    FUTURE_TASK_STATE("java.util.concurrent.FutureTask", "state"),
    FUTURE_TASK_RUNNER("java.util.concurrent.FutureTask", "runner"),
    FUTURE_TASK_CALLABLE("java.util.concurrent.FutureTask", "callable"),
    ADAPTED_RUNNABLE("java.util.concurrent.Executors$RunnableAdapter", "task"),

    COMPLETABLE_RESULT("java.util.concurrent.CompletableFuture", "result"),
    COMPLETABLE_STACK("java.util.concurrent.CompletableFuture", "stack"),
    COMPLETION_NEXT("java.util.concurrent.CompletableFuture$Completion", "next"),
    COMPLETION_DEPENDENT("java.util.concurrent.CompletableFuture$UniCompletion", "dep"),
    COMPLETION_PARTNER("java.util.concurrent.CompletableFuture$CoCompletion", "base"),
    WHEN_COMPLETE_FUNCTION("java.util.concurrent.CompletableFuture$UniWhenComplete", "fn"),
    ANY_OF_DEPENDENT("java.util.concurrent.CompletableFuture$AnyOf", "dep"),
    ASYNC_SUPPLY_FUTURE("java.util.concurrent.CompletableFuture$AsyncSupply", "dep"),
    ASYNC_SUPPLY_FUNCTION("java.util.concurrent.CompletableFuture$AsyncSupply", "fn"),
    ASYNC_RUN_FUTURE("java.util.concurrent.CompletableFuture$AsyncRun", "dep"),
    ASYNC_RUN_FUNCTION("java.util.concurrent.CompletableFuture$AsyncRun", "fn"),
    SIGNALLER_THREAD("java.util.concurrent.CompletableFuture$Signaller", "thread");

    private final String declaringClass;
    private final String fieldName;
    private final Presence presence;

    private enum Presence {
        IN_ALL,
        IN_SOME
    }

    JdkField(String declaringClass, String fieldName) {
        this(declaringClass, fieldName, Presence.IN_ALL);
    }

    JdkField(String declaringClass, String fieldName, Presence presence) {
        this.declaringClass = declaringClass;
        this.fieldName = fieldName;
        this.presence = presence;
    }

    /** Whether a JDK may do without it. */
    public boolean isOptional() {
        return presence == Presence.IN_SOME;
    }

    /** The binary name of the class that declares it. */
    public String declaringClass() {
        return declaringClass;
    }

    /** Its own name. */
    public String fieldName() {
        return fieldName;
    }
}
