package io.github.liveliness.watch;

import io.github.liveliness.agent.boot.ExecutorTable;
import io.github.liveliness.agent.boot.ScopeMark;
import io.github.liveliness.agent.boot.SeenExecutor;
import io.github.liveliness.model.ExecutorId;
import io.github.liveliness.model.ScopeId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Stream;

/** The executors that are watched: those that were seen, and are of a kind that can be read. */
final class ExecutorRegister {
    private final ExecutorTable table;
    private final AdapterChoice adapters;

    /** In the order in which they were seen, so that two passes over it compare. */
    private final Map<Long, WatchedExecutor> watched = new ConcurrentSkipListMap<>();

    /** Those without a thread that could be watched: not to be looked at again with every tick. */
    private final Map<Long, SeenExecutor> others = new HashMap<>();

    private final List<SeenExecutor> closed = new ArrayList<>();

    ExecutorRegister(ExecutorTable table, AdapterChoice adapters) {
        this.table = table;
        this.adapters = adapters;
    }

    /** Takes in what was seen since, and lets go of what is gone. */
    void refresh() {
        List<SeenExecutor> unknown = new ArrayList<>();
        table.forEach((executor, seen) -> {
            seen.refill();
            if (!watched.containsKey(seen.number()) && !others.containsKey(seen.number())) {
                unknown.add(seen);
            }
        });
        watched.values().removeIf(executor -> executor.executor().isEmpty());
        others.values().removeIf(seen -> seen.get() == null);
        closed.removeIf(seen -> seen.get() == null);
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

    /** Those that have threads, and cannot be read. */
    List<Object> closed() {
        return closed.stream().flatMap(seen -> Stream.ofNullable(seen.get())).toList();
    }

    private void add(List<SeenExecutor> unknown) {
        IdentityHashMap<Thread, ScopeId> owners = ownersByWorker();
        for (SeenExecutor seen : unknown) {
            Object executor = seen.get();
            if (executor != null) {
                add(seen, executor, owner(seen, owners));
            }
        }
    }

    private void add(SeenExecutor seen, Object executor, ScopeId owner) {
        Choice choice = adapters.choose(seen, executor);
        if (choice instanceof Choice.Adapted adapted) {
            watched.put(seen.number(), new WatchedExecutor(seen, adapted.adapter(), owner));
            return;
        }
        others.put(seen.number(), seen);
        if (choice instanceof Choice.Closed) {
            closed.add(seen);
        } else if (choice instanceof Choice.Wrapper wrapper) {
            addFor(owner, wrapper.delegate());
        }
    }

    /** With the next round it is looked at as if the wrapper's maker had made it. */
    private void addFor(ScopeId owner, Object delegate) {
        long previous = ScopeMark.enter(owner.number());
        try {
            table.addMade(delegate);
        } finally {
            ScopeMark.restore(previous);
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
