package io.github.liveliness.testing;

import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** Test bodies that stall because the task that would give a signal is queued behind those that wait for it. */
public final class SignalStalls {

    private SignalStalls() {}

    public static void latch() throws Exception {
        Workers.awaitAll(startLatch(Pools.fixed("orders", 2), 2));
    }

    public static void forkJoinPoolAndLatch() throws Exception {
        Workers.awaitAll(startLatch(Pools.forkJoin("fork-join", 2), 2));
    }

    /** On an executor with so many threads; returns at once. */
    public static List<Future<?>> startLatch(ExecutorService pool, int threads) {
        return Workers.start(pool, threads, () -> {
            CountDownLatch done = new CountDownLatch(1);
            pool.execute(done::countDown);
            done.await();
            return done;
        });
    }

    public static void semaphore() throws Exception {
        ExecutorService pool = Pools.fixed("orders", 2);
        Workers.onEachThread(pool, 2, () -> {
            Semaphore permits = new Semaphore(0);
            pool.execute(permits::release);
            permits.acquire();
            return permits;
        });
    }

    public static void blockingQueue() throws Exception {
        ExecutorService pool = Pools.fixed("orders", 2);
        Workers.onEachThread(pool, 2, () -> {
            BlockingQueue<Integer> results = new LinkedBlockingQueue<>();
            pool.execute(() -> results.add(1));
            return results.take();
        });
    }

    public static void barrier() throws Exception {
        ExecutorService pool = Pools.fixed("orders", 2);
        Workers.onEachThread(pool, 2, () -> {
            CyclicBarrier both = new CyclicBarrier(2);
            pool.submit(() -> both.await());
            return both.await();
        });
    }

    // Nobody signals: the wait is the stall.
    @SuppressWarnings("WaitNotInLoop")
    public static void condition() throws Exception {
        ExecutorService pool = Pools.fixed("orders", 2);
        Workers.onEachThread(pool, 2, () -> {
            Lock lock = new ReentrantLock();
            Condition given = lock.newCondition();
            lock.lock();
            try {
                pool.execute(() -> signal(lock, given));
                given.await();
                return given;
            } finally {
                lock.unlock();
            }
        });
    }

    private static void signal(Lock lock, Condition condition) {
        lock.lock();
        try {
            condition.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
