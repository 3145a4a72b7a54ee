package io.github.liveliness.explore;

import io.github.liveliness.agent.boot.Decider;
import org.apiguardian.api.API;

/** How schedules are made. */
@API(status = API.Status.INTERNAL)
public enum Strategy {
    /** Whoever can go on is as likely as anybody else. */
    RANDOM,
    /** Threads have priorities, which a few of them lose on the way. */
    PCT,
    /** Whatever is about to happen has a priority, drawn anew where it meets another access to the same object. */
    POS,
    /** Every schedule, those with few preemptions first. */
    EXHAUSTIVE,
    /** Pools are driven towards being full of waiting workers, and signals before those who wait for them. */
    STALL_DIRECTED;

    /** Whether each schedule stands for itself, so that its number says all. */
    boolean isSampled() {
        return this != EXHAUSTIVE;
    }

    /**
     * Decides one schedule of those that stand for themselves.
     *
     * @param seed the same seed and number make the same schedule, whoever else runs others
     * @param number the number of the schedule; 0 is the one that stops nobody
     */
    Decider decider(long seed, long number) {
        if (number == 0) {
            return ScheduledDecider.undisturbed();
        }
        Dice dice = Dice.of(seed, number);
        return switch (this) {
            case RANDOM -> new RandomDecider(dice);
            case PCT -> new PctDecider(dice);
            case POS -> new PosDecider(dice);
            case STALL_DIRECTED -> StallDirectedDecider.of(dice);
            case EXHAUSTIVE -> throw new IllegalStateException("its schedules follow from those that were run before");
        };
    }
}
