package io.github.liveliness.reach.programs;

import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.concurrent.locks.StampedLock;

/** Bugs without any executor: monitors, locks and joins. */
final class LockedThreads {

    private LockedThreads() {}

    static Map<String, Program> programs() {
        return new Programs()
                .bug("nobody notifies", 1, LockedThreads::monitorWait)
                .bug("the owner of a monitor waits for a lost signal", 2, LockedThreads::monitorOwner)
                .bug("two threads want each other's monitor", 2, LockedThreads::monitorCycle)
                .bug("a thread joins one that is stuck", 2, LockedThreads::joinStuck)
                .bug("two threads join each other", 2, LockedThreads::joinEachOther)
                .bug("the owner of a stamped lock waits for a lost signal", 2, LockedThreads::stampedLock)
                .bug("two threads want each other's lock", 2, LockedThreads::lockCycle)
                .bug("nobody signals the condition", 1, LockedThreads::condition)
                .bug("a reader wants to write as well", 1, LockedThreads::upgrade)
                .bug("a waiter was notified too early", 1, LockedThreads::notifiedTooEarly)
                .map();
    }

    private static void monitorWait(Waiters waiters) {
        Object monitor = new Object();
        waiters.start(() -> {
            synchronized (monitor) {
                while (true) {
                    monitor.wait();
                }
            }
        });
    }

    private static void monitorOwner(Waiters waiters) throws InterruptedException {
        Object monitor = new Object();
        CountDownLatch owned = new CountDownLatch(1);
        waiters.start(() -> {
            synchronized (monitor) {
                owned.countDown();
                new CountDownLatch(1).await();
            }
        });
        owned.await();
        waiters.start(() -> {
            synchronized (monitor) {
                monitor.notifyAll();
            }
        });
    }

    private static void monitorCycle(Waiters waiters) {
        Object left = new Object();
        Object right = new Object();
        CyclicBarrier bothOwn = new CyclicBarrier(2);
        waiters.start(() -> both(left, right, bothOwn));
        waiters.start(() -> both(right, left, bothOwn));
    }

    private static void both(Object first, Object second, CyclicBarrier bothOwn) throws Exception {
        synchronized (first) {
            bothOwn.await();
            synchronized (second) {
                second.notifyAll();
            }
        }
    }

    private static void joinStuck(Waiters waiters) {
        waiters.start(waiters.start(new CountDownLatch(1)::await)::join);
    }

    private static void joinEachOther(Waiters waiters) throws InterruptedException {
        Thread[] pair = new Thread[2];
        CountDownLatch bothKnown = new CountDownLatch(1);
        for (int i = 0; i < 2; i++) {
            int other = 1 - i;
            pair[i] = waiters.start(() -> {
                bothKnown.await();
                pair[other].join();
            });
        }
        bothKnown.countDown();
    }

    private static void stampedLock(Waiters waiters) throws InterruptedException {
        StampedLock lock = new StampedLock();
        CountDownLatch locked = new CountDownLatch(1);
        waiters.start(() -> {
            long stamp = lock.writeLock();
            locked.countDown();
            new CountDownLatch(1).await();
            lock.unlockWrite(stamp);
        });
        locked.await();
        waiters.start(lock::readLock);
    }

    private static void lockCycle(Waiters waiters) {
        ReentrantLock left = new ReentrantLock();
        ReentrantLock right = new ReentrantLock();
        CyclicBarrier bothOwn = new CyclicBarrier(2);
        waiters.start(() -> both(left, right, bothOwn));
        waiters.start(() -> both(right, left, bothOwn));
    }

    private static void both(ReentrantLock first, ReentrantLock second, CyclicBarrier bothOwn) throws Exception {
        first.lock();
        bothOwn.await();
        second.lock();
    }

    private static void condition(Waiters waiters) {
        ReentrantLock lock = new ReentrantLock();
        Condition changed = lock.newCondition();
        waiters.start(() -> {
            lock.lock();
            while (true) {
                changed.await();
            }
        });
    }

    private static void upgrade(Waiters waiters) {
        ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
        waiters.start(() -> {
            lock.readLock().lock();
            lock.writeLock().lock();
        });
    }

    private static void notifiedTooEarly(Waiters waiters) throws InterruptedException {
        Object monitor = new Object();
        Body.aside(() -> {
                    synchronized (monitor) {
                        monitor.notifyAll();
                    }
                })
                .join();
        waiters.start(() -> {
            synchronized (monitor) {
                while (true) {
                    monitor.wait();
                }
            }
        });
    }
}
