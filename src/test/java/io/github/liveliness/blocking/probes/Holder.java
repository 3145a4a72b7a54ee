package io.github.liveliness.blocking.probes;

import java.util.concurrent.CountDownLatch;

/** A thread that holds something, such as a lock, until it is told to leave. */
final class Holder implements AutoCloseable {
    private final CountDownLatch entered = new CountDownLatch(1);
    private final CountDownLatch leave = new CountDownLatch(1);
    private final Thread thread;

    /** Takes hold of something, runs what it is given, and lets go. */
    @FunctionalInterface
    interface Hold {
        void around(Runnable stay);
    }

    private Holder(Surroundings surroundings, Hold hold) {
        thread = surroundings.thread(() -> hold.around(this::stay));
    }

    /** Returns as soon as it holds. */
    static Holder of(Surroundings surroundings, Hold hold) throws InterruptedException {
        Holder holder = surroundings.keep(new Holder(surroundings, hold));
        holder.entered.await();
        return holder;
    }

    /** Holds nothing. */
    static Holder ofNothing(Surroundings surroundings) throws InterruptedException {
        return of(surroundings, Runnable::run);
    }

    private void stay() {
        entered.countDown();
        try {
            leave.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    void leave() {
        leave.countDown();
    }

    Thread thread() {
        return thread;
    }

    @Override
    public void close() {
        leave();
    }
}
