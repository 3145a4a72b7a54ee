package io.github.liveliness.watch;

import io.github.liveliness.agent.boot.SeenSubmission;
import io.github.liveliness.model.ExecutorState;
import io.github.liveliness.model.ExecutorState.Growth;
import io.github.liveliness.model.ExecutorState.Size;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.stream.Stream;

/**
 * Watches one executor of a class that is not the JDK's and keeps threads of its own, such as an event loop.
 *
 * <p>What is queued in it is told by the submissions that were recorded: those whose tasks are found lying in its queues.
 * Whether one of its threads is idle is not known; but one that waits for work waits for something that anybody may bring.
 */
final class OpaqueAdapter implements ExecutorAdapter {
    private static final long BETWEEN_SEARCHES = Duration.ofMillis(250).toNanos();

    /** A search that took long is not repeated before this many times as long: one percent of the time is enough. */
    private static final int REST = 100;

    private final WorkerFields fields;
    private final OpenSubmissions submissions;
    private final ThreadReader threads;
    private final LongSupplier clock;
    private List<SeenSubmission> backlog = List.of();
    private long nextSearch;

    OpaqueAdapter(WorkerFields fields, OpenSubmissions submissions, ThreadReader threads, LongSupplier clock) {
        this.fields = fields;
        this.submissions = submissions;
        this.threads = threads;
        this.clock = clock;
        this.nextSearch = clock.getAsLong();
    }

    @Override
    public ExecutorState.Kind kind(Object executor) {
        return ExecutorState.Kind.OPAQUE;
    }

    @Override
    public Pulse pulse(Object executor) {
        search(executor);
        if (backlog.isEmpty()) {
            return Pulse.CALM;
        }
        List<Thread> workers = fields.threads(executor);
        // A worker that keeps waking up may be getting somewhere.
        long progress = backlog.get(0).nanoTime() + threads.waits(workers);
        return new Pulse(backlog.size(), false, progress, workers);
    }

    @Override
    public Reading read(Object executor, int limit) {
        List<Thread> workers = fields.threads(executor);
        List<Object> tasks = tasks(backlog);
        int count = workers.size();
        return new Reading(
                workers.stream()
                        .map(thread -> new Reading.Worker(thread, false, 0))
                        .toList(),
                tasks.subList(0, Math.min(limit, tasks.size())),
                tasks.size(),
                new Size(count, count, count, tasks.isEmpty() ? Growth.OPEN : Growth.CLOSED),
                0,
                null);
    }

    private void search(Object executor) {
        List<SeenSubmission> open = submissions.oldestFirst();
        long now = clock.getAsLong();
        if (open.isEmpty() || now - nextSearch < 0) {
            backlog = backlog.stream().filter(open::contains).toList();
            return;
        }
        Set<Object> queued = ExecutorContents.among(executor, tasks(open));
        List<SeenSubmission> found = new ArrayList<>();
        List<SeenSubmission> missing = new ArrayList<>();
        open.forEach(submission -> (queued.contains(submission.get()) ? found : missing).add(submission));
        backlog = keepsWorkers(executor) ? List.copyOf(found) : List.of();
        submissions.notFound(missing);
        nextSearch = now + Math.max(BETWEEN_SEARCHES, (clock.getAsLong() - now) * REST);
    }

    private static List<Object> tasks(List<SeenSubmission> submissions) {
        return submissions.stream()
                .flatMap(submission -> Stream.ofNullable(submission.get()))
                .toList();
    }

    /** An executor may as well refer to the thread that made it, and run on none. */
    private boolean keepsWorkers(Object executor) {
        List<Thread> workers = fields.threads(executor);
        return !workers.isEmpty()
                && threads.read(workers).values().stream()
                        .anyMatch(worker -> OwnCode.isRunBy(worker.getStackTrace(), executor));
    }
}
