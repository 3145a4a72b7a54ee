package io.github.liveliness.engine;

import java.time.Duration;

/**
 * When to look between two ticks, after a worker said that it is about to wait.
 *
 * <p>It says so before it parks, so the first check may come too early: a few more follow, each later than the last. A
 * pool whose workers often wait in good health would call without end; calls that led to nothing are answered ever more
 * slowly.
 */
final class Urgency {
    private static final long FIRST_CHECK = Duration.ofNanos(100_000).toNanos();
    private static final int CHECKS = 4;
    private static final int STEP = 4;
    private static final long LONGEST_REST = Duration.ofMillis(25).toNanos();

    private long nextCheck = Long.MAX_VALUE;
    private long step = FIRST_CHECK;
    private int checksLeft;
    private long rest = FIRST_CHECK;
    private long restUntil = Long.MIN_VALUE;

    /** A worker is about to wait. */
    void called(long now) {
        if (checksLeft == 0 && now >= restUntil) {
            checksLeft = CHECKS;
            step = FIRST_CHECK;
            nextCheck = now + step;
        }
    }

    /** Whether to check now. */
    boolean due(long now) {
        return checksLeft > 0 && now >= nextCheck;
    }

    /** When to check next; {@link Long#MAX_VALUE} if nobody called. */
    long nextCheck() {
        return checksLeft > 0 ? nextCheck : Long.MAX_VALUE;
    }

    /**
     * A check was made.
     *
     * @param worthwhile whether it found something
     */
    void checked(long now, boolean worthwhile) {
        checksLeft = worthwhile ? 0 : checksLeft - 1;
        step *= STEP;
        nextCheck = now + step;
        if (worthwhile) {
            rest = FIRST_CHECK;
        } else if (checksLeft == 0) {
            rest = Math.min(LONGEST_REST, 2 * rest);
            restUntil = now + rest;
        }
    }
}
