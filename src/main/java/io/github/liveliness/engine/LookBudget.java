package io.github.liveliness.engine;

import java.time.Duration;

/** Keeps close looks to a small share of the watcher's time, however often there is reason for one. */
final class LookBudget {
    private static final int SHARE = 10;
    private static final long LONGEST_PAUSE = Duration.ofMillis(200).toNanos();

    private long next = Long.MIN_VALUE;

    boolean allows(long now) {
        return now >= next;
    }

    void spent(long start, long end) {
        next = end + Math.min(LONGEST_PAUSE, SHARE * (end - start));
    }
}
