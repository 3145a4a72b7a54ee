package io.github.liveliness.watch;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Tells which threads may work for which pool, where no pool says so: a thread works for one pool as long as it lives. */
final class PoolThreads {
    private final ThreadReader threads;
    private final ThreadIdentifiers identifiers;
    private final Map<Long, Object> employers = new HashMap<>();

    PoolThreads(ThreadReader threads, ThreadIdentifiers identifiers) {
        this.threads = threads;
        this.identifiers = identifiers;
    }

    /** All threads that are inside a task of a pool, except those known to work for another one. */
    List<Thread> candidates(Object employer) {
        return threads.insidePoolTasks().stream()
                .filter(thread -> employers.getOrDefault(identifiers.of(thread), employer) == employer)
                .toList();
    }

    /** These threads are known to work for this pool. */
    void settle(Object employer, List<Thread> workers) {
        employers.keySet().removeIf(threads::hasEnded);
        workers.forEach(worker -> employers.put(identifiers.of(worker), employer));
    }
}
