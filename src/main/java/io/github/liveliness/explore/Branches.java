package io.github.liveliness.explore;

import java.util.Optional;

/** The schedules that follow from one that was run, by one more switch after its last. */
final class Branches {
    private final Decisions decisions;
    private final int from;
    private final int preemptions;
    private int decision;
    private int chosen;

    /**
     * One more switch.
     *
     * @param schedule the schedule with it
     * @param decision where it is
     */
    record Branch(Schedule schedule, int decision) {}

    Branches(Decisions decisions, int from) {
        this.decisions = decisions;
        this.from = from;
        this.preemptions = preemptions(decisions, from);
        rewind();
    }

    private static int preemptions(Decisions decisions, int end) {
        int found = 0;
        for (int i = 0; i < end; i++) {
            found += decisions.isPreemption(i) ? 1 : 0;
        }
        return found;
    }

    /** How often a thread is stopped in the schedule that was run. */
    int preemptions() {
        return preemptions;
    }

    /** Begins anew, for another number of preemptions. */
    void rewind() {
        decision = from;
        chosen = 0;
    }

    /** The next that has exactly so many preemptions. */
    Optional<Branch> next(int wanted) {
        while (decision < decisions.size()) {
            chosen++;
            if (chosen >= decisions.count(decision)) {
                decision++;
                chosen = 0;
            } else if (preemptions + (decisions.isCurrentFirst(decision) ? 1 : 0) == wanted) {
                return Optional.of(new Branch(Schedule.branch(decisions, decision, chosen), decision));
            }
        }
        return Optional.empty();
    }

    /** Whether a thread could be stopped that could go on. */
    boolean hasPreemptions() {
        for (int i = from; i < decisions.size(); i++) {
            if (decisions.isCurrentFirst(i)) {
                return true;
            }
        }
        return false;
    }
}
