package io.github.liveliness.rescue;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ThreadPoolExecutor;

/** An executor that can be lent threads. Every method may block on a lock that a user holds. */
interface Borrower {

    /** The executor as a borrower, if it is of a kind that can be one. */
    static Optional<Borrower> of(Executor executor) {
        if (executor instanceof ThreadPoolExecutor pool) {
            return Optional.of(new BorrowingThreadPool(pool));
        }
        if (executor instanceof ForkJoinPool pool) {
            return Optional.of(new BorrowingForkJoinPool(pool));
        }
        return Optional.empty();
    }

    /** The threads it has, lent ones not counted. */
    int threads();

    /** What it has to do and has done. */
    Load load();

    /** Whether none of its threads runs a task; false also where that cannot be told. */
    boolean isSurelyIdle();

    /**
     * Lends one more thread.
     *
     * @param time how long the thread is lent for
     * @return false if it did not get one
     */
    boolean lendOne(Duration time);

    /** Makes it as it was; a lent thread still leaves only when its task ends. */
    void takeBack();

    /**
     * The work of an executor at one moment; two different ones show that it moved.
     *
     * @param backlog how many tasks are due and have not started
     * @param completed how many are done
     */
    record Load(long backlog, long completed) {}
}
