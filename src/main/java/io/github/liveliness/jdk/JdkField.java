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
    THREAD_INTERRUPTED("java.lang.Thread", "interrupted"),
    /** Up to JDK 18. */
    THREAD_TARGET("java.lang.Thread", "target", Presence.IN_SOME),
    THREAD_STATUS("java.lang.Thread", "threadStatus", Presence.IN_SOME),
    /** Since JDK 19, which keeps in it what was in the thread before. */
    THREAD_HOLDER("java.lang.Thread", "holder", Presence.IN_SOME),
    HOLDER_TASK("java.lang.Thread$FieldHolder", "task", Presence.IN_SOME),
    HOLDER_STATUS("java.lang.Thread$FieldHolder", "threadStatus", Presence.IN_SOME),
    THREAD_LOCALS("java.lang.Thread", "threadLocals", Presence.IN_DUMPS),
    THREAD_INHERITED_LOCALS("java.lang.Thread", "inheritableThreadLocals", Presence.IN_DUMPS),

    /** Up to JDK 18. */
    GROUP_THREADS("java.lang.ThreadGroup", "threads", Presence.IN_DUMPS),

    THROWABLE_MESSAGE("java.lang.Throwable", "detailMessage"),

    REFERENCE_QUEUE("java.lang.ref.Reference", "queue", Presence.IN_DUMPS),
    REFERENT("java.lang.ref.Reference", "referent", Presence.IN_DUMPS),

    SYNCHRONIZER_STATE("java.util.concurrent.locks.AbstractQueuedSynchronizer", "state"),
    SYNCHRONIZER_OWNER("java.util.concurrent.locks.AbstractOwnableSynchronizer", "exclusiveOwnerThread"),
    CONDITION_SYNCHRONIZER("java.util.concurrent.locks.AbstractQueuedSynchronizer$ConditionObject", "this$0"),

    NODE_WAITER("java.util.concurrent.locks.AbstractQueuedSynchronizer$Node", "waiter", Presence.IN_DUMPS),
    NODE_STATUS("java.util.concurrent.locks.AbstractQueuedSynchronizer$Node", "status", Presence.IN_DUMPS),
    /** Under the read-write lock since JDK 25. */
    LONG_CONDITION_SYNCHRONIZER(
            "java.util.concurrent.locks.AbstractQueuedLongSynchronizer$ConditionObject", "this$0", Presence.IN_DUMPS),
    LONG_NODE_WAITER("java.util.concurrent.locks.AbstractQueuedLongSynchronizer$Node", "waiter", Presence.IN_DUMPS),
    LONG_NODE_STATUS("java.util.concurrent.locks.AbstractQueuedLongSynchronizer$Node", "status", Presence.IN_DUMPS),

    STAMPED_NODE_WAITER("java.util.concurrent.locks.StampedLock$Node", "waiter", Presence.IN_DUMPS),
    STAMPED_NODE_STATUS("java.util.concurrent.locks.StampedLock$Node", "status", Presence.IN_DUMPS),
    PHASER_ROOT("java.util.concurrent.Phaser", "root", Presence.IN_DUMPS),
    PHASER_STATE("java.util.concurrent.Phaser", "state", Presence.IN_DUMPS),
    PHASER_NODE_WAITER("java.util.concurrent.Phaser$QNode", "thread", Presence.IN_DUMPS),
    PHASER_NODE_PHASER("java.util.concurrent.Phaser$QNode", "phaser", Presence.IN_DUMPS),
    PHASER_NODE_PHASE("java.util.concurrent.Phaser$QNode", "phase", Presence.IN_DUMPS),
    EXCHANGER_NODE_WAITER("java.util.concurrent.Exchanger$Node", "parked", Presence.IN_DUMPS),
    EXCHANGER_NODE_MATCH("java.util.concurrent.Exchanger$Node", "match", Presence.IN_DUMPS),
    /** Up to JDK 24, which has three kinds of nodes for handing something over; JDK 25 has one. */
    STACK_NODE_WAITER("java.util.concurrent.SynchronousQueue$TransferStack$SNode", "waiter", Presence.IN_DUMPS),
    STACK_NODE_MATCH("java.util.concurrent.SynchronousQueue$TransferStack$SNode", "match", Presence.IN_DUMPS),
    FAIR_NODE_WAITER("java.util.concurrent.SynchronousQueue$TransferQueue$QNode", "waiter", Presence.IN_DUMPS),
    FAIR_NODE_ITEM("java.util.concurrent.SynchronousQueue$TransferQueue$QNode", "item", Presence.IN_DUMPS),
    FAIR_NODE_GIVES("java.util.concurrent.SynchronousQueue$TransferQueue$QNode", "isData", Presence.IN_DUMPS),
    TRANSFER_NODE_WAITER("java.util.concurrent.LinkedTransferQueue$Node", "waiter", Presence.IN_DUMPS),
    TRANSFER_NODE_ITEM("java.util.concurrent.LinkedTransferQueue$Node", "item", Presence.IN_DUMPS),
    TRANSFER_NODE_GIVES("java.util.concurrent.LinkedTransferQueue$Node", "isData", Presence.IN_DUMPS),
    DUAL_NODE_WAITER("java.util.concurrent.LinkedTransferQueue$DualNode", "waiter", Presence.IN_DUMPS),
    DUAL_NODE_ITEM("java.util.concurrent.LinkedTransferQueue$DualNode", "item", Presence.IN_DUMPS),
    DUAL_NODE_GIVES("java.util.concurrent.LinkedTransferQueue$DualNode", "isData", Presence.IN_DUMPS),

    POOL_CONTROL("java.util.concurrent.ThreadPoolExecutor", "ctl"),
    POOL_QUEUE("java.util.concurrent.ThreadPoolExecutor", "workQueue"),
    POOL_WORKERS("java.util.concurrent.ThreadPoolExecutor", "workers"),
    POOL_CORE("java.util.concurrent.ThreadPoolExecutor", "corePoolSize"),
    POOL_MAXIMUM("java.util.concurrent.ThreadPoolExecutor", "maximumPoolSize"),
    POOL_COMPLETED("java.util.concurrent.ThreadPoolExecutor", "completedTaskCount"),
    POOL_REJECTION("java.util.concurrent.ThreadPoolExecutor", "handler"),
    WORKER_POOL("java.util.concurrent.ThreadPoolExecutor$Worker", "this$0", Presence.IN_DUMPS),
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

    /** Which packages no loader of named modules looks for elsewhere than in the module. */
    LOADER_PACKAGES("jdk.internal.loader.BuiltinClassLoader", "packageToModule", Presence.TO_AGENT),

    DELEGATE("java.util.concurrent.Executors$DelegatedExecutorService", "e"),

    FORK_JOIN_QUEUES("java.util.concurrent.ForkJoinPool", "queues"),
    FORK_JOIN_STEALS("java.util.concurrent.ForkJoinPool", "stealCount"),
    FORK_JOIN_QUEUE_OWNER("java.util.concurrent.ForkJoinPool$WorkQueue", "owner"),
    FORK_JOIN_QUEUE_TASKS("java.util.concurrent.ForkJoinPool$WorkQueue", "array"),
    FORK_JOIN_QUEUE_BASE("java.util.concurrent.ForkJoinPool$WorkQueue", "base"),
    FORK_JOIN_QUEUE_TOP("java.util.concurrent.ForkJoinPool$WorkQueue", "top"),
    FORK_JOIN_QUEUE_STEALS("java.util.concurrent.ForkJoinPool$WorkQueue", "nsteals"),
    FORK_JOIN_WORKER_POOL("java.util.concurrent.ForkJoinWorkerThread", "pool", Presence.IN_DUMPS),
    FORK_JOIN_WORKER_QUEUE("java.util.concurrent.ForkJoinWorkerThread", "workQueue", Presence.IN_DUMPS),
    FORK_JOIN_TASK_STATUS("java.util.concurrent.ForkJoinTask", "status"),

    FUTURE_TASK_STATE("java.util.concurrent.FutureTask", "state"),
    FUTURE_TASK_RUNNER("java.util.concurrent.FutureTask", "runner"),
    FUTURE_TASK_CALLABLE("java.util.concurrent.FutureTask", "callable"),
    ADAPTED_RUNNABLE("java.util.concurrent.Executors$RunnableAdapter", "task"),

    /** Which thread runs a task of a fork-join pool that can be interrupted; in its subclass since JDK 22. */
    ADAPTED_TASK_RUNNER("java.util.concurrent.ForkJoinTask$AdaptedInterruptibleCallable", "runner", Presence.IN_DUMPS),
    INTERRUPTIBLE_TASK_RUNNER("java.util.concurrent.ForkJoinTask$InterruptibleTask", "runner", Presence.IN_DUMPS),

    ATOMIC_INTEGER("java.util.concurrent.atomic.AtomicInteger", "value", Presence.IN_DUMPS),

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
        IN_SOME,
        IN_DUMPS,
        TO_AGENT
    }

    JdkField(String declaringClass, String fieldName) {
        this(declaringClass, fieldName, Presence.IN_ALL);
    }

    JdkField(String declaringClass, String fieldName, Presence presence) {
        this.declaringClass = declaringClass;
        this.fieldName = fieldName;
        this.presence = presence;
    }

    /**
     * Whether it is read while watching. Others are read in heap dumps alone, where a field that is not there is as one that
     * is null; or by the agent alone, while it sets itself up.
     */
    public boolean isWatched() {
        return presence == Presence.IN_ALL || presence == Presence.IN_SOME;
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
