package io.github.liveliness.explore;

import io.github.liveliness.agent.boot.Choice;
import io.github.liveliness.agent.boot.Decider;

/**
 * Tells a run that never ends from one whose schedule never let the right thread go on: from the middle of the run everybody gets a
 * turn at random.
 */
final class Livelock {
    private static final int TRIALS = 3;

    private final Program program;

    Livelock(Program program) {
        this.program = program;
    }

    /** Whether a run that was too long does not end whoever goes on. */
    boolean isConfirmed(Run tooLong) {
        for (int trial = 0; trial < TRIALS; trial++) {
            Run run = program.run(new FairAfterHalf(tooLong.decisions(), Dice.of(trial, tooLong.points())));
            if (!(run.ending() instanceof Ending.TooLong)) {
                return false;
            }
        }
        return true;
    }

    private static final class FairAfterHalf implements Decider {
        private final Decisions decisions;
        private final Dice dice;
        private int decision;

        FairAfterHalf(Decisions decisions, Dice dice) {
            this.decisions = decisions;
            this.dice = dice;
        }

        @Override
        public int choose(Choice choice) {
            int now = decision++;
            return now < decisions.size() / 2
                    ? Math.min(decisions.chosen(now), choice.count() - 1)
                    : dice.below(choice.count());
        }
    }
}
