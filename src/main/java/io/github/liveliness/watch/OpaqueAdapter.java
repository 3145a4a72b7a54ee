package io.github.liveliness.watch;

import io.github.liveliness.agent.boot.SeenSubmission;
import io.github.liveliness.model.ExecutorState;
import io.github.liveliness.model.ExecutorState.Growth;
import io.github.liveliness.model.ExecutorState.Size;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Watches one executor of a class that is not the JDK's and keeps threads of its own, such as an event loop.
 *
 * <p>Its queue is unknown, so what is due is told by the submissions that were recorded, and by a probe: as long as it
 * has not run, nor has what lies in the queue with it. Whether one of its threads is idle is not known either; but one
 * that waits for work waits for something that anybody may bring.
 */
final class OpaqueAdapter implements ExecutorAdapter {
    private static final long BETWEEN_SEARCHES = Duration.ofMillis(250).toNanos();

    private final WorkerFields fields;
    private final Probing probing;
    private final ThreadReader threads;
    private final LongSupplier clock;
    private OpaqueBacklog backlog = OpaqueBacklog.NONE;
    private long nextSearch = Long.MIN_VALUE;

    OpaqueAdapter(WorkerFields fields, Probing probing, ThreadReader threads, LongSupplier clock) {
        this.fields = fields;
        this.probing = probing;
        this.threads = threads;
        this.clock = clock;
    }

    @Override
    public ExecutorState.Kind kind(Object executor) {
        return ExecutorState.Kind.OPAQUE;
    }

    @Override
    public Pulse pulse(Object executor) {
        List<SeenSubmission> pending = probing.pending();
        List<Thread> workers = pending.isEmpty() ? List.of() : workers(executor);
        Optional<Object> probe = probing.unanswered();
        if (workers.isEmpty() || probe.isEmpty()) {
            backlog = OpaqueBacklog.NONE;
            nextSearch = Long.MIN_VALUE;
            if (workForIt(workers, executor)) {
                probing.ask();
            }
            return Pulse.CALM;
        }
        search(executor, pending, probe.get(), workers.size());
        // A worker that keeps waking up may be getting somewhere.
        long progress = probing.answers() + backlog.oldest() + threads.waits(workers);
        return new Pulse(backlog.submissions().size(), false, progress, workers);
    }

    @Override
    public Reading read(Object executor, int limit) {
        List<Thread> workers = workers(executor);
        List<Object> tasks = backlog.tasks();
        int count = workers.size();
        return new Reading(
                workers.stream()
                        .map(thread -> new Reading.Worker(thread, false, 0))
                        .toList(),
                tasks.subList(0, Math.min(limit, tasks.size())),
                tasks.size(),
                new Size(count, count, count, backlog.inSight() ? Growth.CLOSED : Growth.OPEN),
                probing.answers(),
                null);
    }

    private List<Thread> workers(Object executor) {
        List<Thread> workers = fields.threads(executor);
        for (Thread answerer : probing.answerers()) {
            if (workers.stream().noneMatch(known -> known == answerer)) {
                workers.add(answerer);
            }
        }
        return workers;
    }

    /** Only then a probe is sent: an executor may as well refer to the thread that made it, and run on none. */
    private boolean workForIt(List<Thread> workers, Object executor) {
        return !workers.isEmpty()
                && threads.read(workers).values().stream()
                        .anyMatch(worker -> OwnCode.isRunBy(worker.getStackTrace(), executor));
    }

    private void search(Object executor, List<SeenSubmission> pending, Object probe, int workers) {
        long now = clock.getAsLong();
        if (now >= nextSearch) {
            nextSearch = now + BETWEEN_SEARCHES;
            backlog = OpaqueBacklog.of(executor, pending, probe, workers);
        }
    }
}
