package io.github.liveliness.watch;

import io.github.liveliness.agent.boot.ExecutorTable;
import io.github.liveliness.agent.boot.SeenExecutor;
import io.github.liveliness.model.ExecutorId;
import io.github.liveliness.model.ScopeId;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

/** The executors that are watched: those that were seen, and are of a kind that can be read. */
final class ExecutorRegister {
    private final ExecutorTable table;
    private final AdapterChoice adapters;

    /** In the order in which they were seen, so that two passes over it compare. */
    private final Map<Long, WatchedExecutor> watched = new ConcurrentSkipListMap<>();

    ExecutorRegister(ExecutorTable table, AdapterChoice adapters) {
        this.table = table;
        this.adapters = adapters;
    }

    /** Takes in what was seen since, and lets go of what is gone. */
    void refresh() {
        List<SeenExecutor> unknown = new ArrayList<>();
        table.forEach((executor, seen) -> {
            seen.refill();
            if (!watched.containsKey(seen.number())) {
                unknown.add(seen);
            }
        });
        watched.values().removeIf(executor -> executor.executor().isEmpty());
        if (!unknown.isEmpty()) {
            add(unknown);
        }
    }

    List<WatchedExecutor> all() {
        return List.copyOf(watched.values());
    }

    Optional<WatchedExecutor> find(ExecutorId id) {
        return Optional.ofNullable(watched.get(id.number()));
    }

    private void add(List<SeenExecutor> unknown) {
        IdentityHashMap<Thread, ScopeId> owners = ownersByWorker();
        for (SeenExecutor seen : unknown) {
            Object executor = seen.get();
            if (executor != null) {
                adapters.adapter(executor)
                        .map(adapter -> new WatchedExecutor(seen, adapter, owner(seen, owners)))
                        .ifPresent(added -> watched.put(seen.number(), added));
            }
        }
    }

    /** What a pool's worker makes belongs to whom the pool belongs to: a worker outlives the test that started it. */
    private static ScopeId owner(SeenExecutor seen, IdentityHashMap<Thread, ScopeId> owners) {
        Thread maker = seen.makerThread().get();
        ScopeId ownScope = new ScopeId(seen.scope());
        return maker == null ? ownScope : owners.getOrDefault(maker, ownScope);
    }

    private IdentityHashMap<Thread, ScopeId> ownersByWorker() {
        IdentityHashMap<Thread, ScopeId> owners = new IdentityHashMap<>();
        for (WatchedExecutor executor : watched.values()) {
            executor.read(0)
                    .ifPresent(reading ->
                            reading.workers().forEach(worker -> owners.put(worker.thread(), executor.owner())));
        }
        return owners;
    }
}
