package io.github.liveliness.watch;

import io.github.liveliness.agent.boot.SeenExecutor;
import io.github.liveliness.agent.boot.SeenSubmission;
import io.github.liveliness.model.ExecutorId;
import io.github.liveliness.model.ExecutorNames;
import io.github.liveliness.model.ExecutorState;
import io.github.liveliness.model.ScopeId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.FutureTask;

/** One executor that is watched; it stays free to be collected. */
final class WatchedExecutor {
    private static final int TASKS_ASKED = 100;

    private final SeenExecutor seen;
    private final ExecutorAdapter adapter;
    private final ExecutorId id;
    private final ScopeId owner;
    private final PressureGauge gauge;
    private Optional<String> threadsName = Optional.empty();
    private int calmPulses;

    WatchedExecutor(SeenExecutor seen, ExecutorAdapter adapter, ScopeId owner) {
        this.seen = seen;
        this.adapter = adapter;
        this.id = new ExecutorId(seen.number());
        this.owner = owner;
        this.gauge = new PressureGauge(id);
    }

    ExecutorId id() {
        return id;
    }

    ScopeId owner() {
        return owner;
    }

    ExecutorState.Kind kind() {
        return executor().map(adapter::kind).orElse(ExecutorState.Kind.OPAQUE);
    }

    PressureGauge gauge() {
        return gauge;
    }

    SeenExecutor seen() {
        return seen;
    }

    /** Whether it has been collected; to ask for it would keep it alive for as long as a collection runs beside us. */
    boolean isGone() {
        return seen.isGone();
    }

    /** The executor itself, unless it is gone. */
    Optional<Object> executor() {
        return Optional.ofNullable(seen.get());
    }

    /** The little that every tick needs; nothing if the executor is gone, or changed while it was read. */
    Optional<Pulse> pulse() {
        try {
            return executor().map(adapter::pulse);
        } catch (TornReadException nextTick) {
            return Optional.empty();
        }
    }

    /** Counts a pulse, and returns how many were calm in a row. */
    int countCalm(boolean calm) {
        calmPulses = calm ? calmPulses + 1 : 0;
        return calmPulses;
    }

    /** Whether nothing but a submission can change what there is to see of it. */
    boolean rests() {
        try {
            return executor().stream().allMatch(adapter::rests);
        } catch (TornReadException atWork) {
            return false;
        }
    }

    /** A close look, with at most {@code limit} tasks; nothing if it is gone, or changed while it was read. */
    Optional<Reading> read(int limit) {
        try {
            return executor().map(executor -> adapter.read(executor, limit));
        } catch (TornReadException nextTick) {
            return Optional.empty();
        }
    }

    /**
     * Who handed it the tasks that are not done, as far as that was seen: those that run count too, since what a task
     * submits is submitted by a worker.
     */
    Set<ScopeId> submitters() {
        Set<Object> queued = Collections.newSetFromMap(new IdentityHashMap<>());
        read(TASKS_ASKED).map(Reading::tasks).ifPresent(queued::addAll);
        Set<ScopeId> submitters = new HashSet<>();
        for (SeenSubmission submission : seen.submissions().newestFirst()) {
            Object task = submission.get();
            if (task != null && (queued.contains(task) || isUnfinished(task))) {
                submitters.add(new ScopeId(submission.scope()));
            }
        }
        return submitters;
    }

    /** The tasks that are due and have not started, as many as a snapshot reads. */
    List<Object> queuedTasks() {
        return read(SnapshotMaker.TASKS_READ).map(Reading::tasks).orElse(List.of());
    }

    /** Of the JDK's own futures alone: asking a user's would call it. */
    private static boolean isUnfinished(Object task) {
        return task.getClass() == FutureTask.class && !((FutureTask<?>) task).isDone();
    }

    /** The futures that its tasks were to complete when they were submitted, done or not. */
    List<CompletableFuture<?>> promisedFutures() {
        List<CompletableFuture<?>> promised = new ArrayList<>();
        for (SeenSubmission submission : seen.submissions().newestFirst()) {
            if (submission.dependent().get() instanceof CompletableFuture<?> future) {
                promised.add(future);
            }
        }
        return promised;
    }

    /** What people call it: its thread, or what its threads' names have in common; its class as long as it has none. */
    String name(Reading reading) {
        if (threadsName.isEmpty()) {
            threadsName = threadName(reading).filter(name -> !name.isBlank());
        }
        return threadsName.or(() -> executor().map(Blockers::describe)).orElse("an executor that is gone");
    }

    /** Nothing where other executors' threads may be among them. */
    private Optional<String> threadName(Reading reading) {
        List<Reading.Worker> workers = reading.workers();
        if (workers.isEmpty() || workers.size() > reading.size().live()) {
            return Optional.empty();
        }
        String name = workers.get(0).thread().getName();
        // Of the event loops in a group only the number tells which.
        boolean isLoop = kind() == ExecutorState.Kind.OPAQUE && workers.size() == 1;
        return Optional.of(isLoop ? name : ExecutorNames.ofThread(name));
    }
}
