package io.github.liveliness.rescue;

import io.github.liveliness.model.RescueLog;
import io.github.liveliness.model.RescueLog.Effect;
import io.github.liveliness.model.RescueLog.Experiment;
import io.github.liveliness.model.RescueLog.Outcome;
import io.github.liveliness.model.RescueLog.Step;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.apiguardian.api.API;

/**
 * The ways to end a stuck test body, the gentlest first.
 *
 * <p>Each rung gets its grace, and the climb stops as soon as the body has ended. The calling thread never hangs in
 * it: whatever may wait for a user's lock or run a user's code does so on a daemon thread that is left behind when it
 * does not answer. Calls may overlap.
 */
@API(status = API.Status.INTERNAL)
public final class Ladder {

    /** Whatever ended the body: an interrupt frees it, and leaves an executor that it shares as stuck as it was. */
    private static final Rung AFTERWARDS = new FreeSharedExecutors();

    private final List<Rung> rungs;
    private final Duration grace;
    private final LongSupplier nanoTime;

    Ladder(List<Rung> rungs, Duration grace, LongSupplier nanoTime) {
        this.rungs = List.copyOf(rungs);
        this.grace = grace;
        this.nanoTime = nanoTime;
    }

    /**
     * The ladder of every stalled test.
     *
     * @param policy how far it may go
     * @param report what a JVM that is halted is to say about the stall: no failure of a test ever will
     */
    public static Ladder standard(RescuePolicy policy, Supplier<String> report) {
        // System.err may be locked by the very thread that is stuck.
        PrintStream standardError =
                new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        return standard(policy, System::nanoTime, Runtime.getRuntime()::halt, words -> {
            standardError.println(words);
            standardError.println(report.get());
        });
    }

    static Ladder standard(
            RescuePolicy policy, LongSupplier nanoTime, IntConsumer halting, Consumer<String> lastWords) {
        Duration grace = policy.grace();
        List<Rung> rungs = List.of(
                policy.lend()
                        ? new LendThreads(LendThreads.LIMIT, grace, nanoTime)
                        : new SwitchedOff("lent no threads: liveliness.lend = false"),
                new InterruptBody(),
                new CompleteFutures(grace),
                new ShutDownExecutors(grace),
                new AbandonBody(),
                policy.halt()
                        ? new HaltJvm(grace, halting, lastWords)
                        : new SwitchedOff("did not halt the JVM: liveliness.halt = false"));
        return new Ladder(rungs, grace, nanoTime);
    }

    /**
     * Climbs until the body has ended, is abandoned, or no rung is left.
     *
     * @param body the body to end
     * @param targets what else may be acted on
     * @return a step for each rung that was climbed, and one for what was put right afterwards; fewer if the calling thread was interrupted, which it then stays
     */
    public RescueLog climb(StuckBody body, RescueTargets targets) {
        long start = nanoTime.getAsLong();
        List<Step> steps = new ArrayList<>();
        Optional<Experiment> experiment = Optional.empty();
        try {
            for (Rung rung : rungs) {
                if (body.awaitEnd(Duration.ZERO)) {
                    steps.add(new Step("found that the test body had ended", Outcome.BODY_ENDED, since(start)));
                    break;
                }
                Attempt attempt = attempt(rung, body, targets);
                Outcome outcome = outcome(attempt, body);
                if (attempt instanceof Attempt.Lent lent) {
                    experiment = Optional.of(seen(lent.experiment(), outcome));
                }
                steps.add(new Step(attempt.what(), outcome, since(start)));
                if (outcome == Outcome.BODY_ENDED || attempt instanceof Attempt.LetGo) {
                    break;
                }
            }
            if (attempt(AFTERWARDS, body, targets) instanceof Attempt.Acted acted) {
                steps.add(new Step(acted.what(), Outcome.FOR_OTHERS, since(start)));
            }
        } catch (InterruptedException wantedBack) {
            Thread.currentThread().interrupt();
        }
        return new RescueLog(steps, experiment);
    }

    private static Attempt attempt(Rung rung, StuckBody body, RescueTargets targets) throws InterruptedException {
        try {
            return rung.attempt(body, targets);
        } catch (InterruptedException wantedBack) {
            throw wantedBack;
        } catch (Throwable failure) {
            // An Error too: where no thread can be started any more, the next rung may not need one.
            return new Attempt.Skipped(rung.name() + " failed: " + SideThread.reason(failure));
        }
    }

    private Outcome outcome(Attempt attempt, StuckBody body) throws InterruptedException {
        if (attempt instanceof Attempt.Skipped) {
            return Outcome.SKIPPED;
        }
        boolean ended = body.awaitEnd(attempt.mayEndBody() ? grace : Duration.ZERO);
        return ended ? Outcome.BODY_ENDED : Outcome.BODY_STILL_STUCK;
    }

    private static Experiment seen(Experiment experiment, Outcome outcome) {
        return outcome == Outcome.BODY_ENDED ? experiment.with(Effect.BODY_ENDED) : experiment;
    }

    private Duration since(long start) {
        return Duration.ofNanos(nanoTime.getAsLong() - start);
    }
}
