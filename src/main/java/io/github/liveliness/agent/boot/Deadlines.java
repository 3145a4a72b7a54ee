package io.github.liveliness.agent.boot;

import java.util.concurrent.atomic.AtomicLongArray;

/**
 * The deadline of the latest timed park of each thread.
 *
 * <p>One {@code long} a slot, so that a thread and its deadline are never torn apart: the thread's identity hash code in
 * the upper 31 bits, the deadline in the lower 33, in units of about a millisecond since this class was loaded. Threads
 * that share a slot overwrite each other, and the older one's deadline is unknown. A thread that is not parked any more
 * leaves its last deadline behind: ask only about threads that wait in a park.
 */
public final class Deadlines {

    /** The answer for a thread whose deadline is not known. */
    public static final long UNKNOWN = Long.MIN_VALUE;

    /** The answer for a deadline too far away to be kept, more than 100 days. */
    public static final long DISTANT = Long.MAX_VALUE;

    private static final int SLOTS = 8192;
    private static final int DEADLINE_BITS = 33;
    private static final long MAXIMUM = (1L << DEADLINE_BITS) - 1;
    private static final int UNIT = 20;
    private static final long ORIGIN = System.nanoTime();

    private static final AtomicLongArray ENTRIES = new AtomicLongArray(SLOTS);

    private Deadlines() {}

    /** How long until the deadline of this thread's latest timed park: below zero once it has passed. */
    public static long remainingNanos(Thread thread) {
        int hash = System.identityHashCode(thread);
        long entry = ENTRIES.getOpaque(hash % SLOTS);
        long deadline = entry & MAXIMUM;
        if (entry >>> DEADLINE_BITS != hash) {
            return UNKNOWN;
        }
        return deadline == MAXIMUM ? DISTANT : (deadline << UNIT) - elapsed();
    }

    static void record(Thread thread, long nanos) {
        if (nanos > 0) {
            int hash = System.identityHashCode(thread);
            ENTRIES.setOpaque(hash % SLOTS, (long) hash << DEADLINE_BITS | deadline(nanos));
        }
    }

    private static long deadline(long nanos) {
        long at = elapsed() + nanos;
        return at < 0 ? MAXIMUM : Math.min(MAXIMUM, at >>> UNIT);
    }

    private static long elapsed() {
        return System.nanoTime() - ORIGIN;
    }
}
