package io.github.liveliness.explore;

import io.github.liveliness.agent.boot.Choice;
import io.github.liveliness.agent.boot.Decider;

/** A random walk. It is fair: whoever can go on for ever does at some time. */
final class RandomWalk implements Decider {
    private final Dice dice;

    RandomWalk(Dice dice) {
        this.dice = dice;
    }

    @Override
    public int choose(Choice choice) {
        return dice.below(choice.count());
    }
}
