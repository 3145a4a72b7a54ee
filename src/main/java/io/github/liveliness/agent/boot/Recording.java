package io.github.liveliness.agent.boot;

import java.util.Arrays;

/** What was chosen in a controlled run, and out of how many. */
public final class Recording {

    private int[] chosen = new int[64];
    private int[] counts = new int[64];
    private boolean[] currentFirst = new boolean[64];
    private int size;
    private boolean diverged;

    void add(int index, Choice choice) {
        if (size == chosen.length) {
            chosen = Arrays.copyOf(chosen, 2 * size);
            counts = Arrays.copyOf(counts, 2 * size);
            currentFirst = Arrays.copyOf(currentFirst, 2 * size);
        }
        chosen[size] = index;
        counts[size] = choice.count();
        currentFirst[size] = choice.isCurrentFirst();
        size++;
    }

    void diverge() {
        diverged = true;
    }

    /** How many choices there were. */
    public int size() {
        return size;
    }

    /** The index that was chosen. */
    public int chosen(int decision) {
        return chosen[decision];
    }

    /** How many threads there were to choose from. */
    public int count(int decision) {
        return counts[decision];
    }

    /** Whether the first one was the thread that ran so far. */
    public boolean isCurrentFirst(int decision) {
        return currentFirst[decision];
    }

    /** Whether the decider wanted a thread that was not there: the run is not the one that it has in mind. */
    public boolean hasDiverged() {
        return diverged;
    }
}
