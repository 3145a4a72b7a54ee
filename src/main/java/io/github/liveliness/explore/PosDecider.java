package io.github.liveliness.explore;

import io.github.liveliness.agent.boot.Choice;
import io.github.liveliness.agent.boot.Decider;

/**
 * Gives what each thread is about to do a random priority, and draws anew for whoever is about to touch the object that the
 * chosen one touches: "Partial Order Aware Concurrency Sampling" (Yuan, Yang and Gu, 2018).
 */
final class PosDecider implements Decider {
    /** Threads share priorities beyond this many, which makes schedules less different and nothing wrong. */
    private static final int THREADS = 256;

    private final Dice dice;
    private final long[] priorities = new long[THREADS];

    PosDecider(Dice dice) {
        this.dice = dice;
        for (int i = 0; i < THREADS; i++) {
            priorities[i] = dice.next();
        }
    }

    @Override
    public int choose(Choice choice) {
        int best = 0;
        for (int i = 1; i < choice.count(); i++) {
            if (priorities[slot(choice, i)] > priorities[slot(choice, best)]) {
                best = i;
            }
        }
        int object = choice.object(best);
        for (int i = 0; i < choice.count(); i++) {
            boolean meets = object != 0 && choice.object(i) == object;
            if (i == best || meets) {
                priorities[slot(choice, i)] = dice.next();
            }
        }
        return best;
    }

    private static int slot(Choice choice, int index) {
        return choice.thread(index) & (THREADS - 1);
    }
}
