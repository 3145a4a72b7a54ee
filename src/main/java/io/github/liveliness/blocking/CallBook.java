package io.github.liveliness.blocking;

import io.github.liveliness.agent.boot.SeenCall;
import io.github.liveliness.agent.boot.SeenCalls;
import io.github.liveliness.agent.boot.VirtualThreadCalls;
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

    private static final Page NOBODYS = new Page("", new CallFilter(Duration.ZERO, VirtualThreadCalls.NONE));

    private final CallReader reader = new CallReader();
    private final LongSupplier clock;
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

    /** @param clock as {@link System#nanoTime()} */
    public CallBook(LongSupplier clock) {
        this.clock = clock;
    }

    /**
     * Begins to keep what blocks for a scope.
     *
     * @param test what people call it
     * @param filter what counts
     */
    public synchronized void open(ScopeId scope, String test, CallFilter filter) {
        pages.put(scope, new Page(test, filter));
        SeenCalls.SEEN.open(scope.number(), filter.threshold().toNanos(), filter.ofVirtualThreads());
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
        List<BlockingCall> calls = new ArrayList<>();
        for (SeenCall seen : page.calls) {
            reader.read(seen, executorName(seen.isByVirtualThread(), seen.thread()), page.test)
                    .ifPresent(calls::add);
        }
        for (Worker worker : WorkerTable.inCalls()) {
            long nanos = clock.getAsLong() - worker.since();
            if (page.filter.counts(worker.kind(), nanos, worker.isVirtual()) && worker.scope() == scope.number()) {
                blockedNow(worker, page.test).ifPresent(calls::add);
            }
        }
        return calls;
    }

    /** Virtual threads have no name unless somebody gives them one. */
    private static String executorName(boolean isVirtual, String thread) {
        return isVirtual ? "virtual threads" : ExecutorNames.ofThread(thread);
    }

    private synchronized Page copyOf(ScopeId scope) {
        take();
        Page page = pages.getOrDefault(scope, NOBODYS);
        return new Page(page.test, page.filter, List.copyOf(page.calls), page.left);
    }

    /** Nothing if it has gone on while its stack was read: that would be another call's. */
    private Optional<BlockingCall> blockedNow(Worker worker, String test) {
        long since = worker.since();
        Thread thread = worker.thread();
        if (thread == null || since == 0) {
            return Optional.empty();
        }
        StackTraceElement[] stack = thread.getStackTrace();
        String executor = executorName(worker.isVirtual(), thread.getName());
        Optional<BlockingCall> call = reader.read(worker, stack, clock.getAsLong(), executor, test);
        return worker.since() == since ? call : Optional.empty();
    }
}
