package io.github.liveliness.reach;

import io.github.liveliness.jdk.JdkField;
import io.github.liveliness.jdk.ParkFrames;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Tells what the threads of a dump wait for.
 *
 * <p>A blocker is believed only if code of the JDK parked on an object of the JDK's, and if that object's own state still
 * says wait: a signal that was given just before the dump has left no other trace.
 */
final class WaitFinder {
    private static final String FUTURE_TASK = JdkField.FUTURE_TASK_STATE.declaringClass();
    private static final String FORK_JOIN_TASK = JdkField.FORK_JOIN_TASK_STATUS.declaringClass();
    private static final String VIRTUAL_THREAD = "java.lang.BaseVirtualThread";
    private static final String CONCURRENT = "java.util.concurrent.";
    private static final List<JdkField> CONDITIONS =
            List.of(JdkField.CONDITION_SYNCHRONIZER, JdkField.LONG_CONDITION_SYNCHRONIZER);
    private static final Set<String> EXCLUSIVE_LOCKS = Set.of(
            "java.util.concurrent.locks.ReentrantLock$Sync", "java.util.concurrent.locks.ReentrantReadWriteLock$Sync");
    /** Whoever waits on one of these stands in a queue of waiters. */
    private static final List<String> KEEP_NODES = List.of(
            "java.util.concurrent.locks.AbstractQueuedSynchronizer",
            "java.util.concurrent.locks.AbstractQueuedLongSynchronizer",
            "java.util.concurrent.locks.AbstractQueuedSynchronizer$ConditionObject",
            "java.util.concurrent.locks.AbstractQueuedLongSynchronizer$ConditionObject",
            "java.util.concurrent.locks.StampedLock",
            "java.util.concurrent.Phaser$QNode",
            "java.util.concurrent.Exchanger",
            "java.util.concurrent.SynchronousQueue",
            "java.util.concurrent.SynchronousQueue$Transferer",
            "java.util.concurrent.LinkedTransferQueue");

    private static final long FUTURE_TASK_NEW = 0;

    private final Heap heap;
    private final WaitNodes nodes;
    private final MonitorWaits monitors;
    private final Set<Integer> threads;

    WaitFinder(Heap heap, Instances instances, LiveThreads live) {
        this.heap = heap;
        this.nodes = new WaitNodes(heap, instances);
        this.monitors = new MonitorWaits(heap, live);
        this.threads = heap.threads().stream().map(HeapThread::object).collect(Collectors.toUnmodifiableSet());
    }

    HeapWait waitOf(HeapThread thread) {
        ThreadStatus status = ThreadStatus.of(heap, thread.object());
        if (status.isParkedForGood()) {
            return parked(thread);
        }
        if (status.isInObjectWaitForGood()) {
            return monitors.waiting(thread);
        }
        return status.entersMonitor()
                ? monitors.entering(thread)
                : new HeapWait.CanMove("it runs, or its wait ends by itself");
    }

    private HeapWait parked(HeapThread thread) {
        int blocker = heap.reference(thread.object(), JdkField.THREAD_BLOCKER);
        if (blocker == Heap.NONE) {
            return new HeapWait.CanMove("it does not say what it is parked on");
        }
        if (!isOfTheJdk(thread, blocker)) {
            return new HeapWait.Stays(wakersOfUsers(thread, blocker), Set.of(), false);
        }
        Optional<Boolean> waits = stillWaits(thread.object(), blocker);
        if (waits.isPresent() && !waits.get()) {
            return new HeapWait.CanMove("it has been woken");
        }
        boolean checked = waits.isPresent();
        return lockOwner(blocker)
                .map(owner -> locked(owner, checked))
                .orElseGet(() -> new HeapWait.Stays(blockers(blocker), Set.of(), checked));
    }

    /**
     * Whoever reaches the thread itself may unpark it, whatever the blocker says; but a synchroniser that parks its callers
     * knows them, and is used by those who have it.
     */
    private List<Integer> wakersOfUsers(HeapThread thread, int blocker) {
        boolean parksItsCallers = caller(thread)
                .filter(frame -> heap.isA(blocker, frame.className()))
                .isPresent();
        return parksItsCallers ? List.of(blocker) : List.of(blocker, thread.object());
    }

    /** The frame that called the methods that park. */
    private static Optional<HeapFrame> caller(HeapThread thread) {
        return thread.stack().stream().filter(frame -> !parks(frame)).findFirst();
    }

    /** Nobody but its owner opens a lock that is held; one whose owner has ended is never opened. */
    private HeapWait locked(int owner, boolean checked) {
        if (threads.contains(owner)) {
            return new HeapWait.Stays(List.of(), Set.of(owner), checked);
        }
        return heap.isA(owner, VIRTUAL_THREAD)
                ? new HeapWait.CanMove("a virtual thread, which a dump need not show, holds the lock")
                : new HeapWait.Stays(List.of(), Set.of(), checked);
    }

    private Optional<Integer> lockOwner(int blocker) {
        int owner = EXCLUSIVE_LOCKS.stream().anyMatch(kind -> heap.isA(blocker, kind))
                ? heap.reference(blocker, JdkField.SYNCHRONIZER_OWNER)
                : Heap.NONE;
        return owner == Heap.NONE ? Optional.empty() : Optional.of(owner);
    }

    /** Who is signalled on a condition still has to get its lock. */
    private List<Integer> blockers(int blocker) {
        return CONDITIONS.stream()
                .filter(condition -> heap.isA(blocker, condition.declaringClass()))
                .findFirst()
                .map(condition -> List.of(blocker, heap.reference(blocker, condition)))
                .orElseGet(() -> List.of(blocker));
    }

    private boolean isOfTheJdk(HeapThread thread, int blocker) {
        boolean knownType = heap.classOf(blocker)
                .filter(type -> type.name().startsWith(CONCURRENT) || type.is(FUTURE_TASK) || type.is(FORK_JOIN_TASK))
                .isPresent();
        return knownType
                && caller(thread)
                        .filter(frame -> frame.className().startsWith(CONCURRENT))
                        .isPresent();
    }

    private static boolean parks(HeapFrame frame) {
        return ParkFrames.areOfTheJdk(frame.className()) || ParkFrames.liesBetween(frame.className());
    }

    /** Nothing where the blocker keeps no state that tells. */
    private Optional<Boolean> stillWaits(int thread, int blocker) {
        if (heap.isA(blocker, FUTURE_TASK)) {
            return heap.number(blocker, JdkField.FUTURE_TASK_STATE).map(state -> state == FUTURE_TASK_NEW);
        }
        if (heap.isA(blocker, FORK_JOIN_TASK)) {
            return heap.number(blocker, JdkField.FORK_JOIN_TASK_STATUS).map(status -> status >= 0);
        }
        if (heap.isA(blocker, JdkField.SIGNALLER_THREAD.declaringClass())) {
            return Optional.of(heap.reference(blocker, JdkField.SIGNALLER_THREAD) == thread);
        }
        boolean keepsNodes = KEEP_NODES.stream().anyMatch(kind -> heap.isA(blocker, kind));
        return keepsNodes ? Optional.of(nodes.waits(thread)) : Optional.empty();
    }
}
