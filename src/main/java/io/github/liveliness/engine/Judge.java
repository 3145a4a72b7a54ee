package io.github.liveliness.engine;

import io.github.liveliness.model.Diagnosis;
import io.github.liveliness.model.Verdict;
import java.time.Duration;
import java.util.Optional;

/**
 * Decides whether a diagnosis fails a test now.
 *
 * <p>A body that is free to move may still cancel, interrupt or shut down: it is judged when it waits, or when it ends.
 */
final class Judge {
    /** Long enough for a body that is about to be signalled by somebody else to go on. */
    static final Duration PROVEN_ELSEWHERE = Duration.ofMillis(500);

    static final Duration LIKELY = Duration.ofSeconds(2);

    /** A knot that a time-out ends sooner than this may be what the test means to show. */
    static final Duration LATE = Duration.ofSeconds(5);

    private final Optional<Duration> after;
    private final Optional<Duration> busyAfter;

    Judge(Optional<Duration> after, Optional<Duration> busyAfter) {
        this.after = after;
        this.busyAfter = busyAfter;
    }

    /**
     * Whether the test fails now.
     *
     * @param diagnosis what was found
     * @param bearing how the test body stands to it
     * @param age for how long, in healthy time, it has been found again and again
     */
    boolean fails(Diagnosis diagnosis, Bearing bearing, Duration age) {
        return switch (diagnosis.verdict()) {
            case PROVEN -> fails(bearing, age, Duration.ZERO, PROVEN_ELSEWHERE);
            case LIKELY -> endsSoon(diagnosis.endsByItself()) ? false : fails(bearing, age, LIKELY, LIKELY);
            case SUSPECTED ->
                after.filter(limit -> fails(bearing, age, limit, limit)).isPresent();
            case BUSY -> busyAfter.filter(limit -> age.compareTo(limit) >= 0).isPresent();
            case HEALTHY -> false;
        };
    }

    /** Whether the test should know, if it asks, though it does not fail now. */
    boolean isWorthNoting(Diagnosis diagnosis, Duration age) {
        boolean old = diagnosis.verdict() == Verdict.SUSPECTED
                && after.filter(limit -> age.compareTo(limit) >= 0).isPresent();
        return old || diagnosis.verdict().atLeast(Verdict.LIKELY);
    }

    /** Whether a proven stall that the body left behind fails it. */
    static boolean failsAtEnd(Diagnosis diagnosis) {
        return diagnosis.verdict() == Verdict.PROVEN;
    }

    private static boolean fails(Bearing bearing, Duration age, Duration whenCaught, Duration whenElsewhere) {
        if (bearing instanceof Bearing.Caught) {
            return age.compareTo(whenCaught) >= 0;
        }
        if (bearing instanceof Bearing.WaitsElsewhere) {
            return age.compareTo(whenElsewhere) >= 0;
        }
        if (bearing instanceof Bearing.WaitsForTime timed) {
            boolean late =
                    timed.remaining().filter(left -> left.compareTo(LATE) > 0).isPresent();
            return late && age.compareTo(max(whenElsewhere, LIKELY)) >= 0;
        }
        return false;
    }

    /** An unknown deadline counts as near: the test may mean to run into it. */
    private static boolean endsSoon(Optional<Duration> endsByItself) {
        return endsByItself.filter(left -> left.compareTo(LATE) <= 0).isPresent();
    }

    private static Duration max(Duration one, Duration other) {
        return one.compareTo(other) >= 0 ? one : other;
    }
}
