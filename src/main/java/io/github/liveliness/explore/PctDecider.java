package io.github.liveliness.explore;

import io.github.liveliness.agent.boot.Choice;
import io.github.liveliness.agent.boot.Decider;
import java.util.Arrays;

/**
 * Lets the thread with the highest priority go on, and takes it from that thread at a few random decisions: "A Randomized
 * Scheduler with Probabilistic Guarantees of Finding Bugs" (Burckhardt and others, 2010).
 *
 * <p>How long the run will be is not known: schedules of the same seed must be the same on every machine, and so may not
 * learn of each other. The length is drawn instead, short ones as often as long ones.
 */
final class PctDecider implements Decider {
    private static final int MOST_CHANGES = 4;
    private static final int SHORTEST = 2;
    private static final int LENGTHS = 11;

    /** A thread that only asks again and again would keep the processor for ever. */
    private static final int FAIR_FROM = 1 << (SHORTEST + LENGTHS);

    private final Dice dice;
    private final long salt;
    private final int[] changes;
    private final int[] demoted;
    private int demotions;
    private int decision;

    PctDecider(Dice dice) {
        this.dice = dice;
        this.salt = dice.next();
        this.changes = new int[1 + dice.below(MOST_CHANGES)];
        this.demoted = new int[changes.length];
        int length = 1 << (SHORTEST + dice.below(LENGTHS));
        for (int i = 0; i < changes.length; i++) {
            changes[i] = dice.below(length);
        }
        Arrays.sort(changes);
    }

    @Override
    public int choose(Choice choice) {
        int now = decision++;
        if (now >= FAIR_FROM) {
            return dice.below(choice.count());
        }
        while (demotions < changes.length && changes[demotions] == now) {
            demoted[demotions] = choice.thread(highest(choice));
            demotions++;
        }
        return highest(choice);
    }

    private int highest(Choice choice) {
        int best = 0;
        for (int i = 1; i < choice.count(); i++) {
            if (priority(choice.thread(i)) > priority(choice.thread(best))) {
                best = i;
            }
        }
        return best;
    }

    private long priority(int thread) {
        for (int i = demotions - 1; i >= 0; i--) {
            if (demoted[i] == thread) {
                return -1L - i;
            }
        }
        return Dice.mixed(salt, thread) >>> 1;
    }
}
