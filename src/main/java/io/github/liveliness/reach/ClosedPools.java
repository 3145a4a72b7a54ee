package io.github.liveliness.reach;

import io.github.liveliness.jdk.JdkField;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the pools whose queue nobody serves: every thread of theirs is stuck in a task, and no other thread will be started.
 *
 * <p>Only the way from the pool to its queue is closed. Who holds the queue itself may serve it.
 */
final class ClosedPools {
    private static final String POOL = JdkField.POOL_QUEUE.declaringClass();
    /** The pools that are known to have their queue served by their workers alone. */
    static final Set<String> JDK_POOLS =
            Set.of(POOL, JdkField.SCHEDULED_TASK_TIME.declaringClass().replace("$ScheduledFutureTask", ""));

    private static final Set<String> LIMITED_BY_CAPACITY =
            Set.of(JdkField.LINKED_QUEUE_CAPACITY.declaringClass(), JdkField.LINKED_DEQUE_CAPACITY.declaringClass());
    private static final Set<String> UNLIMITED = Set.of(
            JdkField.PRIORITY_QUEUE_ITEMS.declaringClass(),
            JdkField.DELAYED_QUEUE_ITEMS.declaringClass(),
            "java.util.concurrent.LinkedTransferQueue",
            "java.util.concurrent.DelayQueue");

    private static final long WORKER_COUNT = (1L << 29) - 1;
    private static final long RUNS_A_TASK = 1;

    /** The classes whose instances are looked at. */
    static final Set<String> CLASSES = Set.of(JdkField.WORKER_POOL.declaringClass());

    private final Heap heap;
    private final Trust trust;
    private final Map<Integer, List<Integer>> workersByPool = new HashMap<>();

    ClosedPools(Heap heap, Instances instances, Trust trust) {
        this.heap = heap;
        this.trust = trust;
        for (int worker : instances.of(JdkField.WORKER_POOL.declaringClass())) {
            workersByPool
                    .computeIfAbsent(heap.reference(worker, JdkField.WORKER_POOL), first -> new ArrayList<>())
                    .add(worker);
        }
    }

    /**
     * A gate for each such pool.
     *
     * @param threads all threads that live
     * @param waiting those of them that move only if somebody wakes them
     */
    List<Gate> gates(Set<Integer> threads, Set<Integer> waiting) {
        List<Gate> gates = new ArrayList<>();
        workersByPool.forEach((pool, workers) -> {
            List<Integer> live = workers.stream()
                    .filter(worker -> threads.contains(heap.reference(worker, JdkField.WORKER_THREAD)))
                    .toList();
            Set<Integer> stuck = new HashSet<>();
            for (int worker : live) {
                int thread = heap.reference(worker, JdkField.WORKER_THREAD);
                if (waiting.contains(thread) && runsATask(worker)) {
                    stuck.add(thread);
                }
            }
            if (stuck.size() == live.size() && isFull(pool, stuck.size())) {
                Set<Gate.Reference> queue = PrivateReferences.of(heap, pool, List.of(JdkField.POOL_QUEUE));
                gates.add(new Gate(stuck, Set.of(), queue));
            }
        });
        return gates;
    }

    /** A worker holds its own lock while it runs a task. */
    private boolean runsATask(int worker) {
        return heap.number(worker, JdkField.SYNCHRONIZER_STATE)
                .filter(state -> state == RUNS_A_TASK)
                .isPresent();
    }

    /** Whether a pool of so many threads is the JDK's own, has no thread that is just starting, and starts no other. */
    private boolean isFull(int pool, int stuck) {
        boolean known =
                heap.classOf(pool).filter(type -> trust.knows(type.name())).isPresent();
        Optional<Long> control = heap.number(heap.reference(pool, JdkField.POOL_CONTROL), JdkField.ATOMIC_INTEGER);
        if (!known
                || control.isEmpty()
                || (control.get() & WORKER_COUNT) != stuck
                || !reaches(JdkField.POOL_CORE, pool, stuck)) {
            return false;
        }
        return isUnlimited(pool) || (reaches(JdkField.POOL_MAXIMUM, pool, stuck) && rejectsLikeTheJdk(pool));
    }

    private boolean reaches(JdkField limit, int pool, int threads) {
        return heap.number(pool, limit).filter(most -> threads >= most).isPresent();
    }

    /** None of the JDK's own answers to a task that finds no place runs another one of the queue. */
    private boolean rejectsLikeTheJdk(int pool) {
        return heap.classOf(heap.reference(pool, JdkField.POOL_REJECTION))
                .filter(type -> type.name().startsWith(POOL + "$"))
                .isPresent();
    }

    private boolean isUnlimited(int pool) {
        int queue = heap.reference(pool, JdkField.POOL_QUEUE);
        String name = heap.classOf(queue).map(HeapClass::name).orElse("");
        return UNLIMITED.contains(name) || (LIMITED_BY_CAPACITY.contains(name) && hasNoCapacity(queue));
    }

    private boolean hasNoCapacity(int queue) {
        return heap.number(queue, JdkField.LINKED_QUEUE_CAPACITY)
                .or(() -> heap.number(queue, JdkField.LINKED_DEQUE_CAPACITY))
                .filter(capacity -> capacity == Integer.MAX_VALUE)
                .isPresent();
    }
}
