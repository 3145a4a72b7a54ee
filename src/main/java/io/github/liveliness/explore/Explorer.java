package io.github.liveliness.explore;

import io.github.liveliness.explore.Exploration.Found;
import io.github.liveliness.explore.Exploration.NotControlled;
import io.github.liveliness.explore.Exploration.NothingFound;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;
import org.apiguardian.api.API;

/** Runs a program under one schedule after the other, until one fails or the budget is spent. */
@API(status = API.Status.INTERNAL)
public final class Explorer {
    /** How often a failing schedule is run again before anybody hears of it. */
    static final int REPLAYS = 10;

    private static final int MINIMISING_RUNS = 400;
    private static final int MINIMISING_RUNS_OF_A_LIVELOCK = 10;

    private final Program program;
    private final LongSupplier nanoClock;
    private final LongConsumer progress;
    private final Livelock livelock;

    /**
     * Makes an explorer of one program.
     *
     * @param nanoClock how time passes for whoever waits for the result
     * @param progress told after each schedule how many were run
     */
    public Explorer(Program program, LongSupplier nanoClock, LongConsumer progress) {
        this.program = program;
        this.nanoClock = nanoClock;
        this.progress = progress;
        this.livelock = new Livelock(program);
    }

    /** Explores. */
    public Exploration explore(Plan plan) {
        long start = nanoClock.getAsLong();
        // Classes are loaded and call sites linked the first time, which makes points that no later run has.
        Run warmUp = program.run(ScheduledDecider.undisturbed());
        Run undisturbed = isEnd(warmUp) ? warmUp : program.run(ScheduledDecider.undisturbed());
        Optional<Exploration> end = end(plan, undisturbed, 0, 1);
        if (end.isPresent()) {
            return end.get();
        }
        Schedules schedules = Schedules.of(
                plan.strategy(), plan.seed(), plan.shard(), plan.budget().schedules(), undisturbed);
        long ran = 0;
        long endless = 0;
        while (ran == 0 || isWithin(plan, start)) {
            Optional<Scheduled> next = schedules.next();
            if (next.isEmpty()) {
                break;
            }
            Run run = program.run(next.get().decider());
            ran++;
            progress.accept(ran);
            Optional<Exploration> found = end(plan, run, next.get().number(), ran);
            if (found.isPresent()) {
                return found.get();
            }
            endless += run.ending() instanceof Ending.TooLong ? 1 : 0;
            schedules.ran(run);
        }
        return new NothingFound(ran, endless, schedules.covered());
    }

    private boolean isWithin(Plan plan, long start) {
        return nanoClock.getAsLong() - start < plan.budget().within().toNanos();
    }

    private static boolean isEnd(Run run) {
        return !(run.ending() instanceof Ending.Passed);
    }

    /** What a run ends the exploration with, if it does. */
    private Optional<Exploration> end(Plan plan, Run run, long number, long ran) {
        if (run.ending() instanceof Ending.NotControlled escaped) {
            return Optional.of(new NotControlled(ran, escaped.why()));
        }
        if (run.ending() instanceof Ending.TooLong && !livelock.isConfirmed(run)) {
            return Optional.empty();
        }
        return Failure.fingerprint(run.ending()).map(fingerprint -> found(plan, run, fingerprint, number, ran));
    }

    private Found found(Plan plan, Run failing, String fingerprint, long number, long ran) {
        boolean endless = failing.ending() instanceof Ending.TooLong;
        long start = nanoClock.getAsLong();
        Minimiser minimiser = new Minimiser(
                program,
                run -> Failure.fingerprint(run.ending())
                                .filter(fingerprint::equals)
                                .isPresent()
                        && (!endless || livelock.isConfirmed(run)),
                endless ? MINIMISING_RUNS_OF_A_LIVELOCK : MINIMISING_RUNS,
                () -> isWithin(plan, start));
        Run smallest = minimiser.minimise(failing);
        Schedule schedule = Schedule.of(smallest.decisions());
        int before = Schedule.of(failing.decisions()).switches().size();
        long replaysStart = nanoClock.getAsLong();
        Replays replays = new Replay(program).times(REPLAYS, schedule, fingerprint, () -> isWithin(plan, replaysStart));
        return new Found(ran, number, smallest, schedule, before, replays);
    }
}
