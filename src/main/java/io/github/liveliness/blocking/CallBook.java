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

    private record Page(String test, Duration threshold, List<SeenCall> calls) {
        boolean counts(CallKind kind, long nanos) {
            return !kind.isWait() || nanos >= threshold.toNanos();
        }

        void add(SeenCall call) {
            if (calls.size() < MOST_CALLS_OF_A_SCOPE) {
                calls.add(call);
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
        pages.put(scope, new Page(test, threshold, new ArrayList<>()));
        setThreshold();
        SeenCalls.SEEN.want();
    }

    /** Ends {@link #open}. */
    public synchronized void close(ScopeId scope) {
        if (pages.remove(scope) != null) {
            SeenCalls.SEEN.leave();
            setThreshold();
        }
    }

    /** The hooks know but one, the lowest that anybody wants. */
    private void setThreshold() {
        SeenCalls.SEEN.leastWait(pages.values().stream()
                .mapToLong(page -> page.threshold.toNanos())
                .min()
                .orElse(SeenCalls.LEAST_WAIT));
    }

    /** Takes in what the hooks have seen, before they run out of room; to read it takes longer, and has time. */
    public synchronized void take() {
        for (SeenCall seen : SeenCalls.SEEN.take()) {
            Page page = pages.get(new ScopeId(seen.scope()));
            if (page != null && page.counts(seen.kind(), seen.nanos())) {
                page.add(seen);
            }
        }
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
        Page page = pages.getOrDefault(scope, new Page("", Duration.ZERO, List.of()));
        return new Page(page.test, page.threshold, List.copyOf(page.calls));
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
