package io.github.liveliness.reach;

import io.github.liveliness.jdk.JdkField;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Tells what the threads of a dump wait for.
 *
 * <p>A blocker is believed only if code of the JDK parked on an object of the JDK's, and if that object's own state still
 * says wait: a signal that was given just before the dump has left no other trace.
 */
final class WaitFinder {
    private static final List<Synchronizer> SYNCHRONIZERS = List.of(
            new Synchronizer(JdkField.CONDITION_SYNCHRONIZER, JdkField.NODE_WAITER, JdkField.NODE_STATUS),
            new Synchronizer(
                    JdkField.LONG_CONDITION_SYNCHRONIZER, JdkField.LONG_NODE_WAITER, JdkField.LONG_NODE_STATUS));
    private static final String FUTURE_TASK = "java.util.concurrent.FutureTask";
    private static final String FORK_JOIN_TASK = "java.util.concurrent.ForkJoinTask";
    private static final String SIGNALLER = "java.util.concurrent.CompletableFuture$Signaller";
    private static final String CONCURRENT = "java.util.concurrent.";

    private static final long FUTURE_TASK_COMPLETING = 1;
    private static final long NODE_WAITS = 1;

    private final Heap heap;
    private final Map<Integer, List<Boolean>> stateOfNodes = new HashMap<>();

    /** The JDK has the same queue of waiters twice, for states of 32 and of 64 bits. */
    private record Synchronizer(JdkField ofCondition, JdkField nodeWaiter, JdkField nodeStatus) {
        String condition() {
            return ofCondition.declaringClass();
        }

        String name() {
            return condition().substring(0, condition().indexOf('$'));
        }
    }

    WaitFinder(Heap heap) {
        this.heap = heap;
        for (int object = 0; object < heap.size(); object++) {
            for (Synchronizer kind : SYNCHRONIZERS) {
                if (heap.isA(object, kind.nodeWaiter.declaringClass())) {
                    boolean waits = (heap.number(object, kind.nodeStatus).orElse(0L) & NODE_WAITS) != 0;
                    stateOfNodes
                            .computeIfAbsent(heap.reference(object, kind.nodeWaiter), waiter -> new ArrayList<>())
                            .add(waits);
                }
            }
        }
    }

    HeapWait waitOf(HeapThread thread) {
        if (!ThreadStatus.of(heap, thread.object()).isParkedForGood()) {
            return new HeapWait.CanMove("it runs, or its wait ends by itself");
        }
        int blocker = heap.reference(thread.object(), JdkField.THREAD_BLOCKER);
        if (blocker == Heap.NONE) {
            return new HeapWait.CanMove("it does not say what it is parked on");
        }
        if (!isOfTheJdk(thread, blocker)) {
            // Whoever reaches the thread itself may unpark it, whatever the blocker says.
            return new HeapWait.Parked(List.of(blocker, thread.object()), false);
        }
        Optional<Boolean> waits = stillWaits(thread.object(), blocker);
        if (waits.isPresent() && !waits.get()) {
            return new HeapWait.CanMove("it has been woken");
        }
        return new HeapWait.Parked(blockers(blocker), waits.isPresent());
    }

    /** Who is signalled on a condition still has to get its lock. */
    private List<Integer> blockers(int blocker) {
        for (Synchronizer kind : SYNCHRONIZERS) {
            if (heap.isA(blocker, kind.condition())) {
                return List.of(blocker, heap.reference(blocker, kind.ofCondition));
            }
        }
        return List.of(blocker);
    }

    private boolean isOfTheJdk(HeapThread thread, int blocker) {
        boolean knownType = heap.classOf(blocker)
                .filter(type -> type.name().startsWith(CONCURRENT) || type.is(FUTURE_TASK) || type.is(FORK_JOIN_TASK))
                .isPresent();
        return knownType
                && thread.stack().stream()
                        .filter(frame -> !parks(frame))
                        .findFirst()
                        .filter(frame -> frame.className().startsWith(CONCURRENT))
                        .isPresent();
    }

    private static boolean parks(HeapFrame frame) {
        return frame.className().equals("jdk.internal.misc.Unsafe")
                || frame.className().equals("java.util.concurrent.locks.LockSupport");
    }

    /** Nothing where the blocker keeps no state that tells. */
    private Optional<Boolean> stillWaits(int thread, int blocker) {
        if (heap.isA(blocker, FUTURE_TASK)) {
            return heap.number(blocker, JdkField.FUTURE_TASK_STATE).map(state -> state <= FUTURE_TASK_COMPLETING);
        }
        if (heap.isA(blocker, FORK_JOIN_TASK)) {
            return heap.number(blocker, JdkField.FORK_JOIN_TASK_STATUS).map(status -> status >= 0);
        }
        if (heap.isA(blocker, SIGNALLER)) {
            return Optional.of(heap.reference(blocker, JdkField.SIGNALLER_THREAD) == thread);
        }
        boolean queues = SYNCHRONIZERS.stream()
                .anyMatch(kind -> heap.isA(blocker, kind.name()) || heap.isA(blocker, kind.condition()));
        return queues ? Optional.of(isEnqueued(thread)) : Optional.empty();
    }

    private boolean isEnqueued(int thread) {
        List<Boolean> states = stateOfNodes.getOrDefault(thread, List.of());
        return !states.isEmpty() && states.stream().allMatch(waits -> waits);
    }
}
