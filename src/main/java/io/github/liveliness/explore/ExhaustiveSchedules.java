package io.github.liveliness.explore;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Every schedule, those without a preemption first, then those with one, and so on.
 *
 * <p>A schedule with a last switch is the one without it, and that switch: so each is made once, from one that has been run.
 * Shards share the schedules with a single switch among them, each with all that follow from it; the one without any switch is the
 * first shard's.
 */
final class ExhaustiveSchedules implements Schedules {
    private final Shard shard;
    private final long limit;
    private final Run undisturbed;
    private final List<Branches> done = new ArrayList<>();
    private Deque<Branches> parents = new ArrayDeque<>();
    private boolean started;
    private boolean finished;
    private int preemptions;
    private int made;
    private long firsts;
    private Optional<Branches.Branch> asked = Optional.empty();

    ExhaustiveSchedules(Shard shard, long limit, Run undisturbed) {
        this.shard = shard;
        this.limit = limit;
        this.undisturbed = undisturbed;
    }

    @Override
    public Optional<Scheduled> next() {
        if (!started) {
            started = true;
            adopt(undisturbed, 0);
            if (shard.has(0)) {
                return scheduled(Schedule.UNDISTURBED);
            }
        }
        asked = made < shard.share(limit) ? branch() : Optional.empty();
        return asked.flatMap(branch -> scheduled(branch.schedule()));
    }

    private Optional<Scheduled> scheduled(Schedule schedule) {
        return Optional.of(
                new Scheduled(shard.number() - 1L + (long) made++ * shard.of(), new ScheduledDecider(schedule)));
    }

    /** The next one, of this level if there is any left. */
    private Optional<Branches.Branch> branch() {
        while (!finished) {
            while (!parents.isEmpty()) {
                Optional<Branches.Branch> next = parents.element().next(preemptions);
                if (next.isEmpty()) {
                    done.add(parents.remove());
                } else if (isMine(next.get())) {
                    return next;
                }
            }
            rise();
        }
        return Optional.empty();
    }

    private boolean isMine(Branches.Branch branch) {
        return branch.schedule().switches().size() > 1 || shard.has(firsts++);
    }

    /** All with so many preemptions are run: those with one more follow from them. */
    private void rise() {
        done.removeIf(branches -> branches.preemptions() < preemptions);
        preemptions++;
        parents = new ArrayDeque<>(done);
        done.clear();
        parents.forEach(Branches::rewind);
        finished = parents.stream().noneMatch(Branches::hasPreemptions);
    }

    @Override
    public void ran(Run run) {
        asked.ifPresent(branch -> adopt(run, branch.decision() + 1));
        asked = Optional.empty();
    }

    /** One that never ended would be followed by endlessly many. */
    private void adopt(Run run, int from) {
        if (!(run.ending() instanceof Ending.TooLong)) {
            parents.add(new Branches(run.decisions(), from));
        }
    }

    @Override
    public Coverage covered() {
        if (finished) {
            return new Coverage.Everything();
        }
        return preemptions == 0 ? new Coverage.Sampled() : new Coverage.UpTo(preemptions - 1);
    }
}
