package io.github.liveliness.explore;

import io.github.liveliness.agent.boot.Choice;
import io.github.liveliness.agent.boot.Decider;

/** Chooses by chance, the same for the same seed. */
final class RandomDecider implements Decider {

    private long state;

    RandomDecider(long seed) {
        state = seed * 0x9e3779b97f4a7c15L + 0x632be59bd9b4e019L;
    }

    @Override
    public int choose(Choice choice) {
        state ^= state << 13;
        state ^= state >>> 7;
        state ^= state << 17;
        return (int) Long.remainderUnsigned(state, choice.count());
    }
}
