package io.github.liveliness.blocking;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import java.util.function.ToLongFunction;

/** Finds threads that wait to enter a monitor, and have waited for a while: every thread does now and then. */
final class BlockedThreads {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final LongSupplier clock;
    private final ToLongFunction<Thread> identifiers;

    /**
     * A thread that has waited for one monitor all the time.
     *
     * @param atLeast how long that was; it may have begun before somebody looked
     */
    record Blocked(Thread thread, List<StackTraceElement> stack, Duration atLeast) {
        Blocked {
            stack = List.copyOf(stack);
        }
    }

    /** When a thread was seen to wait, and how often it had waited by then. */
    private record Sight(long nanoTime, long waits) {}

    /**
     * A finder on a clock.
     *
     * @param clock as {@link System#nanoTime()}
     * @param identifiers as {@link Thread#getId()}, which users may override
     */
    BlockedThreads(LongSupplier clock, ToLongFunction<Thread> identifiers) {
        this.clock = clock;
        this.identifiers = identifiers;
    }

    /** Those of them that wait for so long; where any waits, it takes that time to tell. */
    List<Blocked> among(Collection<Thread> threads, Duration atLeast) {
        Map<Thread, Sight> seen = new HashMap<>();
        for (Thread thread : threads) {
            waits(thread).ifPresent(waits -> seen.put(thread, new Sight(clock.getAsLong(), waits)));
        }
        return seen.entrySet().stream()
                .flatMap(entry -> stillBlocked(entry.getKey(), entry.getValue(), atLeast).stream())
                .toList();
    }

    private Optional<Blocked> stillBlocked(Thread thread, Sight first, Duration atLeast) {
        await(first.nanoTime() + atLeast.toNanos());
        List<StackTraceElement> stack = List.of(thread.getStackTrace());
        return waits(thread)
                .filter(waits -> waits == first.waits())
                .map(same -> new Blocked(thread, stack, Duration.ofNanos(clock.getAsLong() - first.nanoTime())));
    }

    private void await(long end) {
        for (long left = end - clock.getAsLong(); left > 0; left = end - clock.getAsLong()) {
            LockSupport.parkNanos(left);
        }
    }

    /** How often it has waited for a monitor, if it does now. */
    private Optional<Long> waits(Thread thread) {
        return Optional.of(thread)
                .filter(one -> one.getState() == Thread.State.BLOCKED)
                .map(one -> THREADS.getThreadInfo(identifiers.applyAsLong(one)))
                .filter(info -> info.getThreadState() == Thread.State.BLOCKED)
                .map(ThreadInfo::getBlockedCount);
    }
}
