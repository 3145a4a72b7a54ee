package io.github.liveliness.diagnose;

import io.github.liveliness.model.Activity;
import io.github.liveliness.model.Activity.Form;
import io.github.liveliness.model.Activity.Limit;
import io.github.liveliness.model.ThreadId;
import io.github.liveliness.model.ThreadState;
import io.github.liveliness.model.Waker;
import io.github.liveliness.model.Waker.Tie;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** One thread of a {@link SnapshotBuilder}. */
final class ThreadBuilder {
    private final SnapshotBuilder snapshot;
    private final ThreadId id;
    private final String name;
    private Activity activity = new Activity.Running();
    private Thread.State state = Thread.State.RUNNABLE;
    private List<StackTraceElement> stack = List.of();

    ThreadBuilder(SnapshotBuilder snapshot, ThreadId id, String name) {
        this.snapshot = snapshot;
        this.id = id;
        this.name = name;
    }

    ThreadId id() {
        return id;
    }

    /** The future of a task that this thread is running. */
    Waker running() {
        return new Waker.RunningTask(snapshot.newTask(), id, Tie.OWNER);
    }

    Waker runningCandidate() {
        return new Waker.RunningTask(snapshot.newTask(), id, Tie.CANDIDATE);
    }

    /** This thread as the owner of a lock, or as the one whose end is waited for. */
    Waker owner() {
        return new Waker.OwnerThread(id);
    }

    /** {@code FutureTask.get()}. */
    ThreadBuilder get(Waker... wakers) {
        return waits(Form.FUTURE_TASK, wakers);
    }

    ThreadBuilder waits(Form form, Waker... wakers) {
        activity = new Activity.Waiting(form, form + "@1b2c", new Limit.None(), List.of(wakers));
        state = form == Form.MONITOR_ENTRY ? Thread.State.BLOCKED : Thread.State.WAITING;
        return this;
    }

    ThreadBuilder forAtMost(Duration remaining) {
        return limit(new Limit.Timed(Optional.of(remaining)));
    }

    ThreadBuilder forUnknownTime() {
        return limit(new Limit.Timed(Optional.empty()));
    }

    private ThreadBuilder limit(Limit.Timed limit) {
        Activity.Waiting wait = (Activity.Waiting) activity;
        activity = new Activity.Waiting(wait.form(), wait.object(), limit, wait.wakers());
        state = Thread.State.TIMED_WAITING;
        return this;
    }

    ThreadBuilder sleeps() {
        activity = new Activity.Sleeping();
        state = Thread.State.TIMED_WAITING;
        return this;
    }

    ThreadBuilder idles() {
        activity = new Activity.Idle();
        state = Thread.State.WAITING;
        return this;
    }

    ThreadBuilder state(Thread.State newState) {
        state = newState;
        return this;
    }

    ThreadBuilder in(StackTraceElement... frames) {
        stack = List.of(frames);
        return this;
    }

    /** Leaves it out of the snapshot, though others still speak of it. */
    void unseen() {
        snapshot.forget(this);
    }

    ThreadState build() {
        return new ThreadState(id, name, state, activity, stack);
    }
}
