package io.github.liveliness.reach.programs;

import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Exchanger;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.LinkedTransferQueue;
import java.util.concurrent.Phaser;
import java.util.concurrent.Semaphore;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.concurrent.locks.StampedLock;

/** Healthy: the signal is given by the thread that asks, just before it asks, and nothing else has ever led to the object. */
final class Races {

    private Races() {}

    static Map<String, Program> programs() {
        return new Programs()
                .add("a latch is counted down", 2, Races::latch)
                .add("a permit is released", 1, Races::permit)
                .add("a lock is released", 2, Races::lock)
                .add("a write lock is released", 2, Races::writeLock)
                .add("a stamped lock is released", 1, Races::stampedLock)
                .add("a condition is signalled", 1, Races::condition)
                .add("a monitor is notified", 1, Races::monitor)
                .add("a completable future is completed", 2, Races::completableFuture)
                .add("a future task is run", 2, Races::futureTask)
                .add("an element is put into a bounded queue", 1, Races::boundedQueue)
                .add("an element is put into a linked queue", 1, Races::linkedQueue)
                .add("an element is handed over", 1, Races::handOver)
                .add("an element is taken from a transfer", 1, Races::transfer)
                .add("an element is exchanged", 1, Races::exchange)
                .add("the last party comes to a barrier", 2, Races::barrier)
                .add("the last party comes to a phaser", 2, Races::phaser)
                .map();
    }

    private static void latch(Waiters waiters, Moment moment) {
        CountDownLatch latch = new CountDownLatch(1);
        waiters.start(latch::await);
        waiters.start(latch::await);
        moment.onceItComes(latch::countDown);
    }

    private static void permit(Waiters waiters, Moment moment) {
        Semaphore permits = new Semaphore(0);
        waiters.start(permits::acquire);
        moment.onceItComes(permits::release);
    }

    private static void lock(Waiters waiters, Moment moment) {
        ReentrantLock lock = new ReentrantLock();
        lock.lock();
        waiters.start(() -> Body.locked(lock, () -> {}));
        waiters.start(() -> Body.locked(lock, () -> {}));
        moment.onceItComes(lock::unlock);
    }

    private static void writeLock(Waiters waiters, Moment moment) {
        ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
        lock.writeLock().lock();
        waiters.start(lock.readLock()::lock);
        waiters.start(lock.readLock()::lock);
        moment.onceItComes(lock.writeLock()::unlock);
    }

    private static void stampedLock(Waiters waiters, Moment moment) {
        StampedLock lock = new StampedLock();
        long stamp = lock.writeLock();
        waiters.start(lock::readLock);
        moment.onceItComes(() -> lock.unlock(stamp));
    }

    private static void condition(Waiters waiters, Moment moment) {
        ReentrantLock lock = new ReentrantLock();
        Condition condition = lock.newCondition();
        waiters.start(() -> Body.locked(lock, condition::await));
        moment.onceItComes(Body.unchecked(() -> Body.locked(lock, condition::signal)));
    }

    private static void monitor(Waiters waiters, Moment moment) {
        Object monitor = new Object();
        waiters.start(() -> {
            synchronized (monitor) {
                while (!moment.hasCome()) {
                    monitor.wait();
                }
            }
        });
        moment.onceItComes(() -> {
            synchronized (monitor) {
                monitor.notifyAll();
            }
        });
    }

    private static void completableFuture(Waiters waiters, Moment moment) {
        CompletableFuture<Integer> first = new CompletableFuture<>();
        waiters.start(first::join);
        waiters.start(first.thenApply(value -> value + 1)::get);
        moment.onceItComes(() -> first.complete(1));
    }

    private static void futureTask(Waiters waiters, Moment moment) {
        FutureTask<Integer> task = new FutureTask<>(() -> 1);
        waiters.start(task::get);
        waiters.start(task::get);
        moment.onceItComes(task);
    }

    private static void boundedQueue(Waiters waiters, Moment moment) {
        ArrayBlockingQueue<Integer> queue = new ArrayBlockingQueue<>(1);
        waiters.start(queue::take);
        moment.onceItComes(() -> queue.add(1));
    }

    private static void linkedQueue(Waiters waiters, Moment moment) {
        LinkedBlockingQueue<Integer> queue = new LinkedBlockingQueue<>();
        waiters.start(queue::take);
        moment.onceItComes(() -> queue.add(1));
    }

    private static void handOver(Waiters waiters, Moment moment) {
        SynchronousQueue<Integer> hand = new SynchronousQueue<>();
        waiters.start(hand::take);
        moment.onceItComes(() -> hand.add(1));
    }

    private static void transfer(Waiters waiters, Moment moment) {
        LinkedTransferQueue<Integer> queue = new LinkedTransferQueue<>();
        waiters.start(() -> queue.transfer(1));
        moment.onceItComes(queue::remove);
    }

    private static void exchange(Waiters waiters, Moment moment) {
        Exchanger<Integer> exchanger = new Exchanger<>();
        waiters.start(() -> exchanger.exchange(1));
        moment.onceItComes(Body.unchecked(() -> exchanger.exchange(2)));
    }

    private static void barrier(Waiters waiters, Moment moment) {
        CyclicBarrier barrier = new CyclicBarrier(3);
        waiters.start(barrier::await);
        waiters.start(barrier::await);
        moment.onceItComes(Body.unchecked(barrier::await));
    }

    private static void phaser(Waiters waiters, Moment moment) {
        Phaser phaser = new Phaser(3);
        waiters.start(phaser::arriveAndAwaitAdvance);
        waiters.start(phaser::arriveAndAwaitAdvance);
        moment.onceItComes(phaser::arrive);
    }
}
