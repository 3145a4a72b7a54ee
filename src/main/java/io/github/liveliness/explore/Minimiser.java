package io.github.liveliness.explore;

import io.github.liveliness.explore.Schedule.Switch;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/**
 * Leaves out the switches that a failure does not need: delta debugging (Zeller and Hildebrandt, 2002), first of the
 * preemptions, then of all switches, then of two at a time, where a thread was let go on for a while and stopped again.
 *
 * <p>A switch left out moves all that follow, so what counts is the schedule that the run came to follow: it is taken when it shows
 * the same failure with fewer switches.
 */
final class Minimiser {
    private final Program program;
    private final Predicate<Run> isSame;
    private final BooleanSupplier hasTime;
    private int runsLeft;

    /**
     * Makes a minimiser for one failure.
     *
     * @param isSame whether a run shows that failure
     * @param runs how many runs it may take
     * @param hasTime whether it may take another
     */
    Minimiser(Program program, Predicate<Run> isSame, int runs, BooleanSupplier hasTime) {
        this.program = program;
        this.isSame = isSame;
        this.runsLeft = runs;
        this.hasTime = hasTime;
    }

    /** The smallest failing run that is found, which may be the same. */
    Run minimise(Run failing) {
        Run undisturbed = attempt(Schedule.UNDISTURBED, failing).orElse(failing);
        Run best = withoutDetours(without(without(undisturbed, true), false));
        // With a detour less, a switch may be superfluous that was not before.
        return without(best, false);
    }

    private Run withoutDetours(Run failing) {
        Run best = failing;
        Optional<Run> smaller = Optional.of(failing);
        while (smaller.isPresent()) {
            best = smaller.get();
            smaller = withoutOneDetour(best);
        }
        return best;
    }

    /** What comes after a detour comes sooner without it. */
    private Optional<Run> withoutOneDetour(Run best) {
        List<Switch> all = Schedule.of(best.decisions()).switches();
        for (int there = 0; there + 1 < all.size(); there++) {
            int length = all.get(there + 1).decision() - all.get(there).decision();
            List<Switch> kept = new ArrayList<>(all.subList(0, there));
            all.subList(there + 2, all.size()).forEach(later -> kept.add(later.earlier(length)));
            Optional<Run> smaller = attempt(new Schedule(kept), best);
            if (smaller.isPresent()) {
                return smaller;
            }
        }
        return Optional.empty();
    }

    private Run without(Run failing, boolean preemptionsOnly) {
        Run best = failing;
        List<Switch> candidates = switches(best, preemptionsOnly);
        int parts = 2;
        while (!candidates.isEmpty() && mayRun()) {
            Optional<Run> smaller = withoutOnePart(best, candidates, Math.min(parts, candidates.size()));
            if (smaller.isPresent()) {
                best = smaller.get();
                candidates = switches(best, preemptionsOnly);
                parts = Math.max(2, parts - 1);
            } else if (parts >= candidates.size()) {
                return best;
            } else {
                parts *= 2;
            }
        }
        return best;
    }

    private Optional<Run> withoutOnePart(Run best, List<Switch> candidates, int parts) {
        for (int part = 0; part < parts; part++) {
            int from = candidates.size() * part / parts;
            int to = candidates.size() * (part + 1) / parts;
            List<Switch> kept = new ArrayList<>(Schedule.of(best.decisions()).switches());
            kept.removeAll(candidates.subList(from, to));
            Optional<Run> smaller = attempt(new Schedule(kept), best);
            if (smaller.isPresent()) {
                return smaller;
            }
        }
        return Optional.empty();
    }

    private Optional<Run> attempt(Schedule schedule, Run best) {
        if (!mayRun()) {
            return Optional.empty();
        }
        runsLeft--;
        Run run = program.run(new ScheduledDecider(schedule));
        boolean smaller = switches(run, false).size() < switches(best, false).size();
        return smaller && isSame.test(run) ? Optional.of(run) : Optional.empty();
    }

    private boolean mayRun() {
        return runsLeft > 0 && hasTime.getAsBoolean();
    }

    private static List<Switch> switches(Run run, boolean preemptionsOnly) {
        return Schedule.of(run.decisions()).switches().stream()
                .filter(planned -> !preemptionsOnly || run.decisions().isPreemption(planned.decision()))
                .toList();
    }
}
