package io.github.liveliness.monitor;

import java.time.Duration;

/**
 * What the watcher thinks of one runtime, and the rule by which it changes its mind.
 *
 * @param silence the time without an owed beat that the watcher has seen pass
 * @param remediesTried in this stall
 */
record Health(Level level, Duration silence, int remediesTried) {

    static final Health GOOD = new Health(Level.HEALTHY, Duration.ZERO, 0);

    /**
     * Silence grows by the time the watcher was there to see, and never beyond what the runtime really owes. So it
     * shrinks only if a beat has run, which ends a stall whatever the silence since.
     *
     * @param overdue how long the runtime has owed a beat, by the clock
     * @param seen the time since the last look, or zero if that look is too long ago to be trusted
     */
    Health next(Duration overdue, Duration seen, Thresholds thresholds) {
        Duration aged = silence.plus(seen);
        Duration nextSilence = aged.compareTo(overdue) < 0 ? aged : overdue;
        boolean beatRan = nextSilence.compareTo(silence) < 0;
        if (beatRan && level != Level.HEALTHY) {
            return new Health(Level.HEALTHY, nextSilence, 0);
        }
        Level nextLevel = thresholds.levelAt(nextSilence);
        int due = nextLevel == Level.HEALTHY ? 0 : thresholds.remediesDueAt(nextSilence);
        return new Health(nextLevel, nextSilence, due);
    }
}
