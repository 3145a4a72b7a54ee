package io.github.liveliness.agent.boot;

import java.util.concurrent.TimeUnit;

/** The time of a controlled run. It stands still while a thread can go on, and begins the same in each run. */
final class VirtualClock {

    static final long NEVER = Long.MAX_VALUE;

    private static final long NANOS_AT_START = 1_000_000_000L;

    /** 2025-01-01T00:00:00Z: any date would do that is not before what programs take for granted. */
    private static final long MILLIS_AT_START = 1_735_689_600_000L;

    private static final long NANOS_TO_READ = 1_000;

    private long now;

    /** Nanoseconds since the run began. */
    long now() {
        return now;
    }

    void jumpTo(long time) {
        now = Math.max(now, time);
    }

    long nanoTime() {
        return NANOS_AT_START + now;
    }

    long currentTimeMillis() {
        return MILLIS_AT_START + TimeUnit.NANOSECONDS.toMillis(now);
    }

    /** To look at the clock takes a moment, so that a loop that waits for a time by looking comes to an end. */
    void tick() {
        now += NANOS_TO_READ;
    }

    long afterNanos(long nanos) {
        long time = now + Math.max(0, nanos);
        return time < 0 ? NEVER : time;
    }

    long afterMillis(long millis) {
        return afterNanos(TimeUnit.MILLISECONDS.toNanos(millis));
    }

    /** As {@code parkUntil} has it. */
    long atMillis(long epochMillis) {
        return afterNanos(TimeUnit.MILLISECONDS.toNanos(epochMillis - MILLIS_AT_START) - now);
    }
}
