package io.github.liveliness.explore;

import io.github.liveliness.agent.boot.Recording;
import java.util.ArrayList;
import java.util.List;
import org.apiguardian.api.API;

/**
 * What was decided in one run, in order, wherever more than one thread could go on.
 *
 * @param chosen the indices of the threads that went on
 * @param counts how many threads there were to choose from
 * @param currentFirst whether index 0 was the thread that ran so far, so that any other index is a preemption
 */
@API(status = API.Status.INTERNAL)
public record Decisions(List<Integer> chosen, List<Integer> counts, List<Boolean> currentFirst) {

    public Decisions {
        chosen = List.copyOf(chosen);
        counts = List.copyOf(counts);
        currentFirst = List.copyOf(currentFirst);
        if (chosen.size() != counts.size() || chosen.size() != currentFirst.size()) {
            throw new IllegalArgumentException("lists of different lengths");
        }
    }

    static Decisions of(Recording recording) {
        List<Integer> chosen = new ArrayList<>();
        List<Integer> counts = new ArrayList<>();
        List<Boolean> currentFirst = new ArrayList<>();
        for (int decision = 0; decision < recording.size(); decision++) {
            chosen.add(recording.chosen(decision));
            counts.add(recording.count(decision));
            currentFirst.add(recording.isCurrentFirst(decision));
        }
        return new Decisions(chosen, counts, currentFirst);
    }
}
