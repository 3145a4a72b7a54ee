package io.github.liveliness.watch;

import io.github.liveliness.agent.boot.SeenExecutor;
import io.github.liveliness.agent.boot.SeenSubmission;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;

/**
 * Tells which submissions to an opaque executor may not have started, by sending it probes: one at a time, and only while
 * there is such work.
 */
final class Probing {
    /** Whatever starts sooner than this is not asked about. */
    private static final long PATIENCE = Duration.ofMillis(100).toNanos();

    private final SeenExecutor target;
    private final Prober prober;
    private final StartedTasks started;
    private final LongSupplier clock;
    private final List<WeakReference<Thread>> answerers = new ArrayList<>();
    private Optional<Probe> underway = Optional.empty();
    private long settled = Long.MIN_VALUE;
    private int answers;

    Probing(SeenExecutor target, Prober prober, StartedTasks started, LongSupplier clock) {
        this.target = target;
        this.prober = prober;
        this.started = started;
        this.clock = clock;
    }

    /** The submissions of some age, oldest first, of which nobody knows that they have started. */
    List<SeenSubmission> pending() {
        hear();
        long young = clock.getAsLong() - PATIENCE;
        List<SeenSubmission> pending = new ArrayList<>();
        Set<Object> tasks = Collections.newSetFromMap(new IdentityHashMap<>());
        for (SeenSubmission submission : target.submissions().newestFirst()) {
            Object task = submission.get();
            boolean asked = submission.nanoTime() <= settled || prober.made(submission);
            if (task != null && !asked && submission.nanoTime() <= young && tasks.add(task) && !started.include(task)) {
                pending.add(submission);
            }
        }
        Collections.reverse(pending);
        return pending;
    }

    /** Sends a probe, unless one is on its way. */
    void ask() {
        if (underway.isEmpty()) {
            underway = Optional.of(prober.probe(target));
        }
    }

    /** Our task in the executor, which has not run yet. */
    Optional<Object> unanswered() {
        return underway.map(Probe::state)
                .flatMap(state -> state instanceof Probe.Sent sent
                        ? Optional.ofNullable(sent.task().get())
                        : Optional.empty());
    }

    /** How many probes have run so far. */
    int answers() {
        return answers;
    }

    /** The live threads that probes have run on. */
    List<Thread> answerers() {
        List<Thread> threads = new ArrayList<>();
        for (WeakReference<Thread> answerer : answerers) {
            Thread thread = answerer.get();
            if (thread != null && thread.isAlive()) {
                threads.add(thread);
            }
        }
        return threads;
    }

    private void hear() {
        underway.map(Probe::state).ifPresent(state -> {
            if (state instanceof Probe.Ran ran) {
                answers++;
                remember(ran.thread());
                settle(ran.sentAt());
            } else if (state instanceof Probe.Lost lost) {
                settle(lost.sentAt());
            }
        });
    }

    /** What was recorded just before the probe was sent may have come into the queue after it. */
    private void settle(long sentAt) {
        settled = sentAt - PATIENCE;
        underway = Optional.empty();
    }

    private void remember(Thread thread) {
        List<Thread> live = answerers();
        answerers.removeIf(answerer -> live.stream().noneMatch(answerer::refersTo));
        if (live.stream().noneMatch(known -> known == thread)) {
            answerers.add(new WeakReference<>(thread));
        }
    }
}
