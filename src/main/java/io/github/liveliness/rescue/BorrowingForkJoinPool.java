package io.github.liveliness.rescue;

import java.time.Duration;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;

/** A ForkJoinPool, lent threads that run its queued tasks from outside. */
final class BorrowingForkJoinPool implements Borrower {

    private final ForkJoinPool pool;

    BorrowingForkJoinPool(ForkJoinPool pool) {
        this.pool = pool;
    }

    @Override
    public int threads() {
        return pool.getPoolSize();
    }

    @Override
    public Load load() {
        return new Load(pool.getQueuedTaskCount() + pool.getQueuedSubmissionCount(), pool.getStealCount());
    }

    @Override
    public boolean isSurelyIdle() {
        // The pool counts a worker that is blocked in a join as inactive too.
        return false;
    }

    @Override
    public boolean lendOne(Duration time) {
        // Helping runs the user's tasks, and one that blocks keeps the thread.
        SideThread.start(() -> pool.awaitQuiescence(time.toNanos(), TimeUnit.NANOSECONDS));
        return true;
    }

    @Override
    public void takeBack() {
        // Each lent thread leaves by itself when its time is up.
    }
}
