package io.github.liveliness.explore;

import io.github.liveliness.agent.boot.Recording;
import java.util.Arrays;
import java.util.List;
import org.apiguardian.api.API;

/** What was chosen in one run, decision by decision: only points where more than one thread could go on count. */
@API(status = API.Status.INTERNAL)
public final class Decisions {

    /** No decision at all. */
    public static final Decisions NONE = new Decisions(new int[0], new int[0], new boolean[0]);

    private final int[] chosen;
    private final int[] counts;
    private final boolean[] currentFirst;

    private Decisions(int[] chosen, int[] counts, boolean[] currentFirst) {
        this.chosen = chosen;
        this.counts = counts;
        this.currentFirst = currentFirst;
    }

    /**
     * Copies the decisions of a run.
     *
     * @param size how many there are; arrays may be longer
     * @param chosen the chosen indices
     * @param counts how many threads there were to choose from
     * @param currentFirst whether the first of them was the one that ran so far
     */
    public static Decisions of(int size, int[] chosen, int[] counts, boolean[] currentFirst) {
        return new Decisions(
                Arrays.copyOf(chosen, size), Arrays.copyOf(counts, size), Arrays.copyOf(currentFirst, size));
    }

    static Decisions of(Recording recording) {
        int size = recording.size();
        Decisions read = new Decisions(new int[size], new int[size], new boolean[size]);
        for (int decision = 0; decision < size; decision++) {
            read.chosen[decision] = recording.chosen(decision);
            read.counts[decision] = recording.count(decision);
            read.currentFirst[decision] = recording.isCurrentFirst(decision);
        }
        return read;
    }

    /** How many decisions there were. */
    public int size() {
        return chosen.length;
    }

    /** The chosen indices. */
    public List<Integer> chosen() {
        return Arrays.stream(chosen).boxed().toList();
    }

    /** How many threads there were to choose from, each time. */
    public List<Integer> counts() {
        return Arrays.stream(counts).boxed().toList();
    }

    /** The index that was chosen. */
    public int chosen(int decision) {
        return chosen[decision];
    }

    /** How many threads there were to choose from. */
    public int count(int decision) {
        return counts[decision];
    }

    /** Whether the first to choose from was the thread that ran so far. */
    public boolean isCurrentFirst(int decision) {
        return currentFirst[decision];
    }

    /** Whether a thread was stopped that could have gone on. */
    public boolean isPreemption(int decision) {
        return currentFirst[decision] && chosen[decision] != 0;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Decisions same
                && Arrays.equals(chosen, same.chosen)
                && Arrays.equals(counts, same.counts)
                && Arrays.equals(currentFirst, same.currentFirst);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(chosen) + Arrays.hashCode(counts);
    }

    @Override
    public String toString() {
        return chosen().toString();
    }
}
