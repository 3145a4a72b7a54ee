package io.github.liveliness.monitor;

import java.time.Duration;

/**
 * Measures the watcher itself. A look that comes later than twice its period was held up by the host (a long garbage
 * collection, a stopped process, too few cores), and what held up the watcher held up the runtimes too: it counts for
 * nothing.
 */
final class Punctuality {

    private final TimeSource time;
    private final Duration tolerated;
    private long lastLook;

    Punctuality(TimeSource time, Duration period) {
        this.time = time;
        this.tolerated = period.multipliedBy(2);
        this.lastLook = time.nanoTime();
    }

    /** The time since the last look, or zero if the look was late. */
    Duration timeSeen() {
        long now = time.nanoTime();
        Duration gap = Duration.ofNanos(now - lastLook);
        lastLook = now;
        return gap.compareTo(tolerated) > 0 ? Duration.ZERO : gap;
    }
}
