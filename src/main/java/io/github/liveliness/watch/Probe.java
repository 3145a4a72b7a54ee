package io.github.liveliness.watch;

import io.github.liveliness.agent.boot.SeenExecutor;
import java.lang.ref.WeakReference;
import java.util.concurrent.Executor;

/**
 * Shows, by having a task of ours run, that an executor has started what was submitted before.
 *
 * <p>Nobody but the executor holds the task, so one that was dropped without a word is noticed once it was collected.
 */
final class Probe {
    private final SeenExecutor target;
    private State state = new Waiting();

    /** How far a probe has come. */
    sealed interface State {}

    /** It was not handed over yet. */
    record Waiting() implements State {}

    /** It was handed over at this time, and has not run. */
    record Sent(long at, WeakReference<Object> task) implements State {}

    /** It was handed over at this time, and has run on this thread of the executor. */
    record Ran(long sentAt, Thread thread) implements State {}

    /** It was refused, or dropped, or run by the thread that handed it over: it tells nothing. */
    record Lost(long sentAt) implements State {}

    /** A class and not a lambda, so that whoever meets it in the executor's queue sees what it is. */
    private record Task(Probe probe, Thread sender) implements Runnable {
        @Override
        public void run() {
            probe.ran(Thread.currentThread(), sender);
        }
    }

    Probe(SeenExecutor target) {
        this.target = target;
    }

    /** Hands the task over. The executor's code runs on the calling thread, and may keep it for ever. */
    void send(long now) {
        Object executor = target.get();
        Runnable task = new Task(this, Thread.currentThread());
        become(new Sent(now, new WeakReference<>(task)));
        try {
            if (executor != null) {
                ((Executor) executor).execute(task);
                return;
            }
        } catch (Throwable refused) {
            // An executor may refuse in whatever way it likes.
        }
        lose();
    }

    synchronized State state() {
        if (state instanceof Sent sent && sent.task.refersTo(null)) {
            state = new Lost(sent.at);
        }
        return state;
    }

    private synchronized void become(State next) {
        state = next;
    }

    private synchronized void ran(Thread thread, Thread sender) {
        if (state instanceof Sent sent) {
            state = thread == sender ? new Lost(sent.at) : new Ran(sent.at, thread);
        }
    }

    private synchronized void lose() {
        if (state instanceof Sent sent) {
            state = new Lost(sent.at);
        }
    }
}
