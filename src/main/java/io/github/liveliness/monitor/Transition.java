package io.github.liveliness.monitor;

import java.time.Duration;
import java.util.stream.IntStream;

/** One look at a runtime: what was thought of it before and after, and so what there is to do. */
record Transition(Health before, Health after) {

    boolean isStall() {
        return before.level() == Level.HEALTHY && after.level() != Level.HEALTHY;
    }

    boolean isGiveUp() {
        return before.level() != Level.GIVEN_UP && after.level() == Level.GIVEN_UP;
    }

    boolean isRecovery() {
        return before.level() != Level.HEALTHY && after.level() == Level.HEALTHY;
    }

    /** Positions of the remedies that have become due. */
    IntStream dueRemedies() {
        return IntStream.range(before.remediesTried(), after.remediesTried());
    }

    /** The silence to report: a recovery tells of the one that has ended. */
    Duration silence() {
        return isRecovery() ? before.silence() : after.silence();
    }
}
