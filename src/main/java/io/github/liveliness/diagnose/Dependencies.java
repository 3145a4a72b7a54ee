package io.github.liveliness.diagnose;

import io.github.liveliness.model.Activity.Waiting;
import io.github.liveliness.model.ThreadId;
import io.github.liveliness.model.ThreadState;
import io.github.liveliness.model.Waker;

/** Ties the nodes of a picture together: a thread needs one of its wakers, an executor one of its workers. */
final class Dependencies {
    private final Picture picture;
    private final Movers movers;

    private Dependencies(Picture picture) {
        this.picture = picture;
        this.movers = new Movers(picture);
    }

    static void tie(Picture picture) {
        Dependencies dependencies = new Dependencies(picture);
        picture.executors().forEach(dependencies::tie);
        picture.threads().forEach(dependencies::tie);
    }

    private void tie(ExecutorNode executor) {
        movers.in(executor).ifPresent(executor::addMover);
        for (ThreadId worker : executor.state().workers()) {
            picture.thread(worker).ifPresent(executor::addNeed);
        }
    }

    /** The JVM knows better than we who holds which lock: its cycle is one, whatever our picture of it says. */
    private void tie(ThreadNode thread) {
        thread.lockOwner().ifPresentOrElse(owner -> tie(thread, owner), () -> tieToWakers(thread));
    }

    private void tie(ThreadNode thread, ThreadId lockOwner) {
        picture.thread(lockOwner).ifPresent(thread::addNeed);
    }

    private void tieToWakers(ThreadNode thread) {
        ThreadState state = thread.state().orElseThrow();
        movers.in(state).ifPresent(thread::addMover);
        if (thread.waiting().isPresent()) {
            tie(thread, state, thread.waiting().get());
        }
    }

    private void tie(ThreadNode thread, ThreadState state, Waiting wait) {
        for (Waker waker : wait.wakers()) {
            picture.behind(waker).ifPresent(thread::addNeed);
            movers.behind(waker, state, wait).ifPresent(thread::addMover);
        }
    }
}
