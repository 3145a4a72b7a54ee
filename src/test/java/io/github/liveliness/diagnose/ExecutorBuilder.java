package io.github.liveliness.diagnose;

import io.github.liveliness.model.ExecutorId;
import io.github.liveliness.model.ExecutorState;
import io.github.liveliness.model.ExecutorState.Growth;
import io.github.liveliness.model.ExecutorState.Kind;
import io.github.liveliness.model.ExecutorState.Size;
import io.github.liveliness.model.Pressure;
import io.github.liveliness.model.ScopeId;
import io.github.liveliness.model.TaskState;
import io.github.liveliness.model.Waker;
import io.github.liveliness.model.Waker.Tie;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** One executor of a {@link SnapshotBuilder}. */
final class ExecutorBuilder {
    private final SnapshotBuilder snapshot;
    private final ExecutorId id;
    private final String name;
    private final List<ThreadBuilder> workers;
    private final List<TaskState> backlog = new ArrayList<>();
    private Kind kind = Kind.THREAD_POOL;
    private Growth growth = Growth.CLOSED;
    private int core;
    private int live;
    private int unlisted;

    ExecutorBuilder(SnapshotBuilder snapshot, ExecutorId id, String name, int size) {
        this.snapshot = snapshot;
        this.id = id;
        this.name = name;
        this.core = size;
        this.live = size;
        this.workers = IntStream.rangeClosed(1, size)
                .mapToObj(number -> snapshot.thread(name + "-" + number))
                .toList();
    }

    ExecutorId id() {
        return id;
    }

    ThreadBuilder worker(int number) {
        return workers.get(number - 1);
    }

    List<ThreadBuilder> workers() {
        return workers;
    }

    /** Queues one more task, the very future that somebody waits for. */
    Waker queued() {
        return queued(Tie.OWNER);
    }

    /** Queues one more task, which could end a wait as well as others could. */
    Waker queuedCandidate() {
        return queued(Tie.CANDIDATE);
    }

    private Waker queued(Tie tie) {
        TaskState task = new TaskState(snapshot.newTask(), "FutureTask@" + backlog.size(), Optional.empty());
        backlog.add(task);
        return new Waker.QueuedTask(task.id(), id, tie);
    }

    /** A task that was queued when its waiter was looked at, and was not when the queue was. */
    Waker taken() {
        return new Waker.QueuedTask(snapshot.newTask(), id, Tie.OWNER);
    }

    /** Makes each worker wait for a task of its own that is queued here. */
    ExecutorBuilder starve() {
        workers.forEach(worker -> worker.get(queued()));
        return this;
    }

    ExecutorBuilder kind(Kind newKind) {
        kind = newKind;
        return this;
    }

    ExecutorBuilder growing() {
        growth = Growth.OPEN;
        return this;
    }

    ExecutorBuilder growingOnOverflow() {
        growth = Growth.ON_OVERFLOW;
        return this;
    }

    ExecutorBuilder core(int size) {
        core = size;
        return this;
    }

    ExecutorBuilder live(int threads) {
        live = threads;
        return this;
    }

    /** Lets the backlog be longer than its list. */
    ExecutorBuilder unlisted(int tasks) {
        unlisted = tasks;
        return this;
    }

    ExecutorBuilder quiet(int ticks) {
        return quiet(ticks, 0);
    }

    ExecutorBuilder quiet(int ticks, int busy) {
        snapshot.press(new Pressure(id, ticks, busy));
        return this;
    }

    ExecutorState build() {
        return new ExecutorState(
                id,
                name,
                "java.util.concurrent.ThreadPoolExecutor",
                kind,
                ScopeId.RUN,
                new Size(core, core, live, growth),
                workers.stream().map(ThreadBuilder::id).toList(),
                backlog,
                backlog.size() + unlisted,
                0);
    }
}
