package io.github.liveliness.explore;

import io.github.liveliness.agent.boot.ControlledRun;
import io.github.liveliness.agent.boot.ControlledThread;
import io.github.liveliness.agent.boot.Decider;
import io.github.liveliness.agent.boot.Installation;
import io.github.liveliness.agent.boot.Leftovers;
import io.github.liveliness.agent.boot.Trace.Step;
import io.github.liveliness.explore.Ending.Failed;
import io.github.liveliness.explore.Ending.NotControlled;
import io.github.liveliness.explore.Ending.Passed;
import io.github.liveliness.explore.Ending.Stalled;
import io.github.liveliness.explore.Ending.TooLong;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.apiguardian.api.API;

/** Runs a body on a thread of its own, with all threads that it starts under control. */
@API(status = API.Status.INTERNAL)
public final class ControlledProgram implements Program, AutoCloseable {

    private final Callable<?> body;
    private final Terms terms;
    private final Consumer<List<StalledThread>> witness;
    private final Outsiders outsiders = Outsiders.ofNow();
    private BodyThread thread;
    private List<Step> steps = List.of();

    private ControlledProgram(Callable<?> body, Terms terms, Consumer<List<StalledThread>> witness) {
        this.body = body;
        this.terms = terms;
        this.witness = witness;
        this.thread = BodyThread.start(body);
    }

    /** Fails where code cannot be put under control, and says why. */
    public static ControlledProgram of(Callable<?> body) {
        return of(body, Terms.USUAL, threads -> {});
    }

    /**
     * Fails where code cannot be put under control, and says why.
     *
     * @param witness is told of a stall while its threads still stand where they are stuck
     */
    public static ControlledProgram of(Callable<?> body, Terms terms, Consumer<List<StalledThread>> witness) {
        String failure = Installation.takeControl();
        if (!failure.isEmpty()) {
            throw new IllegalStateException(failure);
        }
        return new ControlledProgram(body, terms, witness);
    }

    /** Waits until no thread may move that a program could not control, for so long at most; returns the name of one that may. */
    public static Optional<String> awaitQuiet(Duration atMost) {
        return Outsiders.awaitNone(atMost).map(Thread::getName);
    }

    @Override
    public Run run(Decider decider) {
        synchronized (ControlledRun.ONE_AT_A_TIME) {
            ControlledRun run = new ControlledRun(decider, terms.points(), terms.memory(), terms.traced());
            thread.begin(run);
            new WallClockGuard(run, terms.silence()).await();
            Ending ending = unlessHelped(run, new EndingReader(run, thread.failure()).read());
            Optional<String> outsider = whoHadAHand(run, ending);
            if (ending instanceof Stalled stalled) {
                witness.accept(stalled.threads());
            }
            List<Thread> alive = Leftovers.end(run, terms.silence().toNanos());
            run.leave();
            replaceStuckBodyThread(run);
            steps = run.trace().steps();
            return new Run(
                    alive.isEmpty() || !(ending instanceof Passed) ? ending : escaped(alive.get(0)),
                    Decisions.of(run.recording()),
                    run.points(),
                    run.recording().hasDiverged(),
                    outsider);
        }
    }

    /** What each thread did in the last run, if it was traced. */
    public List<Step> steps() {
        return steps;
    }

    /** The same, as it is told. */
    public Interleaving interleaving() {
        return Interleaving.of(steps);
    }

    @Override
    public void close() {
        thread.end();
    }

    private void replaceStuckBodyThread(ControlledRun run) {
        if (!run.threads().get(0).isOver()) {
            thread.end();
            thread = BodyThread.start(body);
        }
    }

    private Ending unlessHelped(ControlledRun run, Ending ending) {
        return ending instanceof Stalled
                ? whoMayHelp(run).<Ending>map(ControlledProgram::helped).orElse(ending)
                : ending;
    }

    /** What failed has failed, whoever helped; but who is told of it may look in the wrong place. */
    private Optional<String> whoHadAHand(ControlledRun run, Ending ending) {
        return ending instanceof Failed || ending instanceof TooLong
                ? whoMayHelp(run).map(Thread::getName).or(() -> Optional.ofNullable(run.outsider()))
                : Optional.empty();
    }

    private Optional<Thread> whoMayHelp(ControlledRun run) {
        return outsiders.whoMayHelp(
                run.threads().stream().map(ControlledThread::thread).toList());
    }

    private static NotControlled helped(Thread outsider) {
        return new NotControlled("everybody waits, and the thread '" + outsider.getName()
                + "', which this test did not start, may end that");
    }

    private static Ending escaped(Thread alive) {
        return new NotControlled(alive.getName() + " does not end when its run is over.");
    }
}
