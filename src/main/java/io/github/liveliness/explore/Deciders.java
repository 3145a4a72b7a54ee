package io.github.liveliness.explore;

import io.github.liveliness.agent.boot.Decider;

/** Decides schedules that stand for themselves. Apart from the strategies, which are named before there is an agent. */
final class Deciders {
    private Deciders() {}

    /**
     * Decides one schedule.
     *
     * @param seed the same seed and number make the same schedule, whoever else runs others
     * @param number the number of the schedule; 0 is the one that stops nobody
     */
    static Decider of(Strategy strategy, long seed, long number) {
        if (number == 0) {
            return ScheduledDecider.undisturbed();
        }
        Dice dice = Dice.of(seed, number);
        return switch (strategy) {
            case RANDOM -> new RandomWalk(dice);
            case PCT -> new PctDecider(dice);
            case POS -> new PosDecider(dice);
            case STALL_DIRECTED -> StallDirectedDecider.of(dice);
            case EXHAUSTIVE -> throw new IllegalStateException("its schedules follow from those that were run before");
        };
    }
}
