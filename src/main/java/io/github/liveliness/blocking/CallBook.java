package io.github.liveliness.blocking;

import io.github.liveliness.agent.boot.SeenCall;
import io.github.liveliness.agent.boot.SeenCalls;
import io.github.liveliness.agent.boot.Worker;
import io.github.liveliness.agent.boot.WorkerTable;
import io.github.liveliness.model.BlockingCall;
import io.github.liveliness.model.ScopeId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.function.ToLongFunction;
import org.apiguardian.api.API;

/**
 * Keeps what has blocked, until the test is over that it happened in; what happens in none is left aside. May be called from
 * any thread.
 */
@API(status = API.Status.INTERNAL)
public final class CallBook {
    private static final int MOST_CALLS_OF_A_SCOPE = 10_000;

    private static final Page NOBODYS = new Page("", new CallFilter(Duration.ZERO, VirtualThreads.OFF));

    private final CallReader reader = new CallReader();
    private final LongSupplier clock;
    private final BlockedThreads blockedThreads;
    private final Map<ScopeId, Page> pages = new HashMap<>();

    /** @param left how many calls found no room on it */
    private record Page(String test, CallFilter filter, List<SeenCall> calls, AtomicLong left) {
        Page(String test, CallFilter filter) {
            this(test, filter, new ArrayList<>(), new AtomicLong());
        }

        void add(SeenCall call) {
            if (calls.size() < MOST_CALLS_OF_A_SCOPE) {
                calls.add(call);
            } else {
                left.incrementAndGet();
            }
        }
    }

    /**
     * A book of empty pages.
     *
     * @param clock as {@link System#nanoTime()}
     * @param identifiers as {@link Thread#getId()}, which users may override
     */
    public CallBook(LongSupplier clock, ToLongFunction<Thread> identifiers) {
        this.clock = clock;
        this.blockedThreads = new BlockedThreads(clock, identifiers);
    }

    /**
     * Begins to keep what blocks for a scope.
     *
     * @param test what people call it
     * @param filter what counts
     */
    public synchronized void open(ScopeId scope, String test, CallFilter filter) {
        pages.put(scope, new Page(test, filter));
        SeenCalls.SEEN.open(
                scope.number(),
                filter.threshold().toNanos(),
                filter.ofVirtualThreads().calls());
    }

    /** Ends {@link #open}. */
    public synchronized void close(ScopeId scope) {
        if (pages.remove(scope) != null) {
            SeenCalls.SEEN.close(scope.number());
        }
    }

    /** Takes in what the hooks have seen, before they run out of room; to read it takes longer, and has time. */
    public synchronized void take() {
        pages.forEach((scope, page) -> SeenCalls.SEEN.take(scope.number()).stream()
                .filter(seen -> page.filter.counts(seen.kind(), seen.nanos(), seen.isByVirtualThread()))
                .forEach(page::add));
    }

    /** How many calls of a scope nobody has looked at: they came too fast, or were too many. */
    public synchronized long passedBy(ScopeId scope) {
        Page page = pages.get(scope);
        return page == null ? 0 : page.left.get() + SeenCalls.SEEN.passedBy(scope.number());
    }

    /** All that has blocked for a scope so far, and what blocks for it now. */
    public List<BlockingCall> of(ScopeId scope) {
        Page page = copyOf(scope);
        List<Observation> observations = new ArrayList<>();
        page.calls.forEach(seen -> observations.add(Observation.of(seen)));
        WorkerTable.inCalls().stream()
                .filter(worker -> counts(worker, page) && worker.scope() == scope.number())
                .forEach(worker -> blockedNow(worker).ifPresent(observations::add));
        observations.addAll(atMonitors(scope, page));
        return observations.stream()
                .flatMap(observation -> reader.read(observation, page.test).stream())
                .toList();
    }

    private boolean counts(Worker worker, Page page) {
        return page.filter.counts(worker.kind(), clock.getAsLong() - worker.since(), worker.isVirtual());
    }

    private synchronized Page copyOf(ScopeId scope) {
        take();
        Page page = pages.getOrDefault(scope, NOBODYS);
        return new Page(page.test, page.filter, List.copyOf(page.calls), page.left);
    }

    /** Nothing if it has gone on while its stack was read: that would be another call's. */
    private Optional<Observation> blockedNow(Worker worker) {
        long since = worker.since();
        Thread thread = worker.thread();
        if (thread == null || since == 0) {
            return Optional.empty();
        }
        List<StackTraceElement> stack = List.of(thread.getStackTrace());
        Duration duration = Duration.ofNanos(Math.max(0, clock.getAsLong() - since));
        Observation observation = Observation.inCall(worker, thread.getName(), stack, duration);
        return worker.since() == since ? Optional.of(observation) : Optional.empty();
    }

    /** No hook stands before a monitor: only who still waits for one is seen. */
    private List<Observation> atMonitors(ScopeId scope, Page page) {
        Map<Thread, Worker> outsideOfCalls = new HashMap<>();
        for (Worker worker : WorkerTable.inTasks()) {
            Thread thread = worker.thread();
            if (thread != null && worker.since() == 0 && !worker.isVirtual() && worker.scope() == scope.number()) {
                outsideOfCalls.put(thread, worker);
            }
        }
        return blockedThreads.among(outsideOfCalls.keySet(), page.filter.threshold()).stream()
                .flatMap(blocked -> Optional.ofNullable(outsideOfCalls.get(blocked.thread()))
                        .filter(worker -> worker.task() != null)
                        .map(worker -> Observation.atMonitor(
                                worker, blocked.thread().getName(), blocked.stack(), blocked.atLeast()))
                        .stream())
                .toList();
    }
}
