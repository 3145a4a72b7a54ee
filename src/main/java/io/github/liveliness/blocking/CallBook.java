package io.github.liveliness.blocking;

import io.github.liveliness.agent.boot.CallKind;
import io.github.liveliness.agent.boot.SeenCall;
import io.github.liveliness.agent.boot.SeenCalls;
import io.github.liveliness.agent.boot.Worker;
import io.github.liveliness.agent.boot.WorkerTable;
import io.github.liveliness.model.BlockingCall;
import io.github.liveliness.model.ExecutorNames;
import io.github.liveliness.model.ScopeId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.apiguardian.api.API;

/**
 * Keeps what has blocked, until the test is over that it happened in; what happens in none is left aside. May be called from
 * any thread.
 */
@API(status = API.Status.INTERNAL)
public final class CallBook {
    private static final int MOST_CALLS_OF_A_SCOPE = 10_000;

    private final CallReader reader = new CallReader();
    private final LongSupplier clock;
    private final Map<ScopeId, Page> pages = new HashMap<>();

    /** @param left how many calls found no room on it */
    private record Page(String test, Duration threshold, List<SeenCall> calls, AtomicLong left) {
        Page(String test, Duration threshold) {
            this(test, threshold, new ArrayList<>(), new AtomicLong());
        }

        boolean counts(CallKind kind, long nanos) {
            return !kind.isWait() || nanos >= threshold.toNanos();
        }

        void add(SeenCall call) {
            if (calls.size() < MOST_CALLS_OF_A_SCOPE) {
                calls.add(call);
            } else {
                left.incrementAndGet();
            }
        }
    }

    /** @param clock as {@link System#nanoTime()} */
    public CallBook(LongSupplier clock) {
        this.clock = clock;
    }

    /**
     * Begins to keep what blocks for a scope.
     *
     * @param test what people call it
     * @param threshold from how long on a wait counts
     */
    public synchronized void open(ScopeId scope, String test, Duration threshold) {
        pages.put(scope, new Page(test, threshold));
        SeenCalls.SEEN.open(scope.number(), threshold.toNanos());
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
                .filter(seen -> page.counts(seen.kind(), seen.nanos()))
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
        List<BlockingCall> calls = new ArrayList<>();
        for (SeenCall seen : page.calls) {
            reader.read(seen, ExecutorNames.ofThread(seen.thread()), page.test).ifPresent(calls::add);
        }
        for (Worker worker : WorkerTable.inCalls()) {
            if (page.counts(worker.kind(), clock.getAsLong() - worker.since()) && worker.scope() == scope.number()) {
                blockedNow(worker, page.test).ifPresent(calls::add);
            }
        }
        return calls;
    }

    private synchronized Page copyOf(ScopeId scope) {
        take();
        Page page = pages.getOrDefault(scope, new Page("", Duration.ZERO));
        return new Page(page.test, page.threshold, List.copyOf(page.calls), page.left);
    }

    /** Nothing if it has gone on while its stack was read: that would be another call's. */
    private Optional<BlockingCall> blockedNow(Worker worker, String test) {
        long since = worker.since();
        Thread thread = worker.thread();
        if (thread == null || since == 0) {
            return Optional.empty();
        }
        StackTraceElement[] stack = thread.getStackTrace();
        Optional<BlockingCall> call =
                reader.read(worker, stack, clock.getAsLong(), ExecutorNames.ofThread(thread.getName()), test);
        return worker.since() == since ? call : Optional.empty();
    }
}
