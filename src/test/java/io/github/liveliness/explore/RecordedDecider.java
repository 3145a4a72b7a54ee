package io.github.liveliness.explore;

import io.github.liveliness.agent.boot.Choice;
import io.github.liveliness.agent.boot.Decider;
import java.util.List;

/** Chooses as a run did before, and beyond its end lets the thread go on that runs. */
final class RecordedDecider implements Decider {

    private final int[] chosen;
    private int next;

    RecordedDecider(List<Integer> chosen) {
        this.chosen = chosen.stream().mapToInt(Integer::intValue).toArray();
    }

    @Override
    public int choose(Choice choice) {
        return next < chosen.length ? chosen[next++] : 0;
    }
}
