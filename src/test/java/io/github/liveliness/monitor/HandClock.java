package io.github.liveliness.monitor;

import java.time.Duration;
import java.time.Instant;

/** Two clocks that go only when told to. */
final class HandClock implements TimeSource {

    static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    private long nanos;
    private Instant wall = NOON;

    HandClock() {
        this(0);
    }

    HandClock(long nanos) {
        this.nanos = nanos;
    }

    /** Negative time is what a thread sees that read the clock long before it stores. */
    void advance(Duration time) {
        nanos += time.toNanos();
        wall = wall.plus(time);
    }

    void setWallClock(Instant instant) {
        wall = instant;
    }

    @Override
    public long nanoTime() {
        return nanos;
    }

    @Override
    public Instant wallClock() {
        return wall;
    }
}
