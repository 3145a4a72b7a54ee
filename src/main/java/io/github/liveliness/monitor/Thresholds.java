package io.github.liveliness.monitor;

import java.time.Duration;
import java.util.List;

/**
 * How much silence means what.
 *
 * @param remediesAfter in ascending order
 */
record Thresholds(Duration warnAfter, Duration giveUpAfter, List<Duration> remediesAfter) {

    Thresholds {
        if (giveUpAfter.compareTo(warnAfter) < 0) {
            throw new IllegalArgumentException("A watcher would give up after " + giveUpAfter
                    + ", before it warns after " + warnAfter + ". Set giveUpAfter to " + warnAfter + " or more.");
        }
        remediesAfter = List.copyOf(remediesAfter);
    }

    Level levelAt(Duration silence) {
        if (silence.compareTo(giveUpAfter) >= 0) {
            return Level.GIVEN_UP;
        }
        return silence.compareTo(warnAfter) >= 0 ? Level.STALLED : Level.HEALTHY;
    }

    int remediesDueAt(Duration silence) {
        return (int) remediesAfter.stream()
                .filter(after -> silence.compareTo(after) >= 0)
                .count();
    }
}
