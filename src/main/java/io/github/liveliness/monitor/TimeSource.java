package io.github.liveliness.monitor;

import java.time.Instant;

/** The two clocks of this package, passed in so that a test can turn their hands. */
interface TimeSource {

    TimeSource SYSTEM = new TimeSource() {
        @Override
        public long nanoTime() {
            return System.nanoTime();
        }

        @Override
        public Instant wallClock() {
            return Instant.now();
        }
    };

    /** Nanoseconds that only grow, from any origin; they may wrap around from the largest to the smallest long. */
    long nanoTime();

    Instant wallClock();
}
