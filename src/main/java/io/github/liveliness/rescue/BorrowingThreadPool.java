package io.github.liveliness.rescue;

import java.time.Duration;
import java.util.concurrent.Delayed;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** A ThreadPoolExecutor, lent threads by raising its sizes. */
final class BorrowingThreadPool implements Borrower {

    private final ThreadPoolExecutor pool;
    private final int core;
    private final int maximum;

    BorrowingThreadPool(ThreadPoolExecutor pool) {
        this.pool = pool;
        this.core = pool.getCorePoolSize();
        this.maximum = pool.getMaximumPoolSize();
    }

    @Override
    public int threads() {
        return pool.getPoolSize();
    }

    @Override
    public Load load() {
        return new Load(backlog(), pool.getCompletedTaskCount());
    }

    @Override
    public boolean isSurelyIdle() {
        return pool.getActiveCount() == 0;
    }

    @Override
    public boolean lendOne(Duration time) {
        int threads = pool.getPoolSize();
        int wanted = Math.max(pool.getCorePoolSize(), threads) + 1;
        if (wanted > pool.getMaximumPoolSize()) {
            pool.setMaximumPoolSize(wanted);
        }
        // Raising the core size, unlike the maximum, starts a thread for work that is queued already.
        pool.setCorePoolSize(wanted);
        return pool.getPoolSize() > threads;
    }

    @Override
    public void takeBack() {
        pool.setCorePoolSize(core);
        pool.setMaximumPoolSize(maximum);
    }

    private long backlog() {
        return pool instanceof ScheduledThreadPoolExecutor
                ? pool.getQueue().stream().filter(BorrowingThreadPool::isDue).count()
                : pool.getQueue().size();
    }

    private static boolean isDue(Runnable task) {
        return !(task instanceof Delayed delayed && delayed.getDelay(TimeUnit.NANOSECONDS) > 0);
    }
}
