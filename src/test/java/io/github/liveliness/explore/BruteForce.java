package io.github.liveliness.explore;

import io.github.liveliness.agent.boot.Choice;
import io.github.liveliness.agent.boot.Decider;
import java.util.ArrayList;
import java.util.List;

/** Every run of a program there is, by counting up its choices as the digits of a number. */
final class BruteForce {
    private BruteForce() {}

    static List<Run> runs(Program program) {
        List<Run> runs = new ArrayList<>();
        List<Integer> choices = new ArrayList<>();
        do {
            Run run = program.run(new Prefix(choices));
            runs.add(run);
            choices = successor(run.decisions());
        } while (!choices.isEmpty());
        return runs;
    }

    /** The same up to the last decision that has a choice left, and the next choice there. */
    private static List<Integer> successor(Decisions decisions) {
        int last = decisions.size() - 1;
        while (last >= 0 && decisions.chosen(last) + 1 == decisions.count(last)) {
            last--;
        }
        List<Integer> next = new ArrayList<>();
        for (int i = 0; i < last; i++) {
            next.add(decisions.chosen(i));
        }
        if (last >= 0) {
            next.add(decisions.chosen(last) + 1);
        }
        return next;
    }

    static int preemptions(Run run) {
        int found = 0;
        for (int i = 0; i < run.decisions().size(); i++) {
            found += run.decisions().isPreemption(i) ? 1 : 0;
        }
        return found;
    }

    private static final class Prefix implements Decider {
        private final List<Integer> choices;
        private int decision;

        Prefix(List<Integer> choices) {
            this.choices = choices;
        }

        @Override
        public int choose(Choice choice) {
            int now = decision++;
            return now < choices.size() ? choices.get(now) : 0;
        }
    }
}
