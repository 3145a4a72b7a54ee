package io.github.liveliness.reach;

import io.github.liveliness.jdk.JdkField;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Tells which pools hold a queue that somebody waits at, to put something in or to take something out: whoever reaches the pool
 * may make room in its queue or fill it, even where nobody takes out what is to be run.
 */
final class QueueParts {
    private static final String LOCK = "java.util.concurrent.locks.ReentrantLock";

    /** The classes whose instances are looked at. */
    static final Set<String> CLASSES = Set.of(JdkField.POOL_QUEUE.declaringClass());

    private final Map<Integer, List<Integer>> poolsByPart = new HashMap<>();

    QueueParts(Heap heap, Instances instances) {
        for (int pool : instances.of(JdkField.POOL_QUEUE.declaringClass())) {
            int queue = heap.reference(pool, JdkField.POOL_QUEUE);
            if (queue != Heap.NONE) {
                add(queue, pool);
                heap.forEach(queue, part -> {
                    add(part, pool);
                    if (heap.isA(part, LOCK)) {
                        heap.forEach(part, sync -> add(sync, pool));
                    }
                });
            }
        }
    }

    private void add(int part, int pool) {
        poolsByPart.computeIfAbsent(part, first -> new ArrayList<>()).add(pool);
    }

    List<Integer> poolsWith(int blocker) {
        return poolsByPart.getOrDefault(blocker, List.of());
    }
}
