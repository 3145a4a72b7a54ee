package io.github.liveliness.watch;

import io.github.liveliness.agent.boot.ExecutorTable;
import io.github.liveliness.agent.boot.ScopeMark;
import io.github.liveliness.agent.boot.SeenExecutor;
import io.github.liveliness.model.ExecutorId;
import io.github.liveliness.model.ScopeId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Stream;

/** The executors that are watched: those that were seen, and are of a kind that can be read. */
final class ExecutorRegister {
    /** So many ticks take about a second; whoever was calm for so long may rest. */
    private static final int ROUND = 40;

    /** So many that rest are visited with every tick in any case. */
    private static final int FEW = 64;

    private final ExecutorTable table;
    private final AdapterChoice adapters;

    /** In the order in which they were seen, so that two passes over it compare. */
    private final NavigableMap<Long, WatchedExecutor> watched = new ConcurrentSkipListMap<>();

    /** Those of them that work, have work, or had some lately; all others are only visited, a few at a time. */
    private final NavigableMap<Long, WatchedExecutor> awake = new ConcurrentSkipListMap<>();

    /** Those without a thread that could be watched: not to be looked at again with every tick. */
    private final Map<Long, SeenExecutor> others = new HashMap<>();

    private final List<SeenExecutor> closed = new ArrayList<>();

    private long newest;
    private long lastVisited;
    private int rounds;

    ExecutorRegister(ExecutorTable table, AdapterChoice adapters) {
        this.table = table;
        this.adapters = adapters;
    }

    /** Takes in what was seen since, wakes what was used since, and lets go of what is gone. */
    void refresh() {
        long upTo = table.newest();
        if (upTo > newest) {
            List<SeenExecutor> unknown = unknown();
            if (!unknown.isEmpty()) {
                add(unknown);
            }
            newest = upTo;
        }
        table.forEachUsed(this::wake);
    }

    private List<SeenExecutor> unknown() {
        List<SeenExecutor> unknown = new ArrayList<>();
        table.forEach(seen -> {
            long number = seen.number();
            if (number > newest && !watched.containsKey(number) && !others.containsKey(number)) {
                unknown.add(seen);
            }
        });
        return unknown;
    }

    private void wake(long number) {
        WatchedExecutor executor = watched.get(number);
        if (executor != null) {
            executor.countCalm(false);
            awake.put(number, executor);
        }
    }

    /**
     * Those whose pulse is to be felt now: all that are awake, and some that rest, so that each of these is visited about
     * once a second, however many there are. Their submissions are recorded anew.
     */
    List<WatchedExecutor> due() {
        List<WatchedExecutor> due = new ArrayList<>(awake.values());
        due.addAll(someThatRest());
        due.removeIf(WatchedExecutor::isGone);
        due.forEach(executor -> executor.seen().refill());
        if (++rounds % ROUND == 0) {
            tidy();
        }
        return due;
    }

    /** Lets go of executors that are gone, and of submissions whose tasks are. */
    void tidy() {
        table.forEach(SeenExecutor::refill);
        watched.values().removeIf(WatchedExecutor::isGone);
        awake.values().removeIf(WatchedExecutor::isGone);
        others.values().removeIf(SeenExecutor::isGone);
        closed.removeIf(SeenExecutor::isGone);
    }

    private List<WatchedExecutor> someThatRest() {
        List<WatchedExecutor> visited = new ArrayList<>();
        int most = Math.max(FEW, watched.size() / ROUND);
        Iterator<WatchedExecutor> next =
                watched.tailMap(lastVisited, false).values().iterator();
        lastVisited = 0;
        while (next.hasNext() && visited.size() < most) {
            WatchedExecutor executor = next.next();
            if (!awake.containsKey(executor.id().number())) {
                visited.add(executor);
            }
            lastVisited = next.hasNext() ? executor.id().number() : 0;
        }
        return visited;
    }

    /** Hears what the pulse of one that was due is like. */
    void felt(WatchedExecutor executor, boolean calm) {
        long number = executor.id().number();
        int calmPulses = executor.countCalm(calm);
        if (!calm) {
            awake.put(number, executor);
        } else if (calmPulses % ROUND == 0 && awake.containsKey(number) && executor.rests()) {
            awake.remove(number);
        }
    }

    /** Those that may be at work. */
    List<WatchedExecutor> awake() {
        return List.copyOf(awake.values());
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
            wake(seen.number());
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
        for (WatchedExecutor executor : awake.values()) {
            executor.read(0)
                    .ifPresent(reading ->
                            reading.workers().forEach(worker -> owners.put(worker.thread(), executor.owner())));
        }
        return owners;
    }
}
