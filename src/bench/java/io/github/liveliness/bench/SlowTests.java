package io.github.liveliness.bench;

import io.github.liveliness.DetectStalls;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Exchanger;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Phaser;
import java.util.concurrent.Semaphore;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.api.RepeatedTest;

/** A hundred healthy tests, each of which waits without time-out for a signal that comes late. */
abstract class SlowTests {
    private static final long LATE_MILLIS = 1_500;
    private static final int EACH = 10;

    /** What gives a signal. */
    @FunctionalInterface
    private interface Signal {
        void give() throws Exception;
    }

    static final class Plain extends SlowTests {}

    @DetectStalls
    static final class Watched extends SlowTests {}

    private static Thread late(Signal signal) {
        Thread thread = new Thread(
                () -> {
                    try {
                        Thread.sleep(LATE_MILLIS);
                        signal.give();
                    } catch (Exception failed) {
                        throw new IllegalStateException(failed);
                    }
                },
                "late");
        thread.start();
        return thread;
    }

    @RepeatedTest(EACH)
    void latch() throws Exception {
        CountDownLatch latch = new CountDownLatch(1);
        late(latch::countDown);
        latch.await();
    }

    @RepeatedTest(EACH)
    void semaphore() throws Exception {
        Semaphore permits = new Semaphore(0);
        late(permits::release);
        permits.acquire();
    }

    @RepeatedTest(EACH)
    void queue() throws Exception {
        LinkedBlockingQueue<Integer> queue = new LinkedBlockingQueue<>();
        late(() -> queue.put(1));
        queue.take();
    }

    @RepeatedTest(EACH)
    void handOver() throws Exception {
        SynchronousQueue<Integer> hand = new SynchronousQueue<>();
        late(() -> hand.put(1));
        hand.take();
    }

    @RepeatedTest(EACH)
    void barrier() throws Exception {
        CyclicBarrier barrier = new CyclicBarrier(2);
        late(barrier::await);
        barrier.await();
    }

    @RepeatedTest(EACH)
    void phaser() {
        Phaser phaser = new Phaser(2);
        late(phaser::arrive);
        phaser.arriveAndAwaitAdvance();
    }

    @RepeatedTest(EACH)
    void exchanger() throws Exception {
        Exchanger<Integer> exchanger = new Exchanger<>();
        late(() -> exchanger.exchange(1));
        exchanger.exchange(2);
    }

    @RepeatedTest(EACH)
    void condition() throws Exception {
        ReentrantLock lock = new ReentrantLock();
        Condition changed = lock.newCondition();
        boolean[] done = {false};
        late(() -> {
            lock.lock();
            try {
                done[0] = true;
                changed.signal();
            } finally {
                lock.unlock();
            }
        });
        lock.lock();
        try {
            while (!done[0]) {
                changed.await();
            }
        } finally {
            lock.unlock();
        }
    }

    @RepeatedTest(EACH)
    void join() throws Exception {
        late(() -> {}).join();
    }

    /** Of a task that waits as well. */
    @RepeatedTest(EACH)
    void task() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(1);
        try {
            CompletableFuture<Integer> answer = new CompletableFuture<>();
            late(() -> answer.complete(1));
            pool.submit(answer::join).get();
        } finally {
            pool.shutdown();
        }
    }
}
