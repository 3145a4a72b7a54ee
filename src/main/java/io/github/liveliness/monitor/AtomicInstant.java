package io.github.liveliness.monitor;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A point in time that any thread can read or set to now, without a lock; it never moves back.
 *
 * <p>It is kept as nanoseconds since its own creation, because the difference of two readings of the clock survives the
 * clock's wrap-around and fits a long for 292 years.
 */
final class AtomicInstant {

    private final TimeSource time;
    private final long epoch;
    private final AtomicLong sinceEpoch = new AtomicLong();

    /** Begins as now. */
    AtomicInstant(TimeSource time) {
        this.time = time;
        this.epoch = time.nanoTime();
    }

    /** A thread that read the clock early and stores late changes nothing. */
    void storeNow() {
        sinceEpoch.accumulateAndGet(nowSinceEpoch(), Math::max);
    }

    /** The time passed since; never negative. */
    Duration elapsed() {
        long stored = sinceEpoch.get();
        return Duration.ofNanos(Math.max(0, nowSinceEpoch() - stored));
    }

    /** The same point by the wall clock as it is set now, so that a clock put right since then gives the right time. */
    Instant onWallClock() {
        Duration elapsed = elapsed();
        return time.wallClock().minus(elapsed);
    }

    private long nowSinceEpoch() {
        return time.nanoTime() - epoch;
    }
}
