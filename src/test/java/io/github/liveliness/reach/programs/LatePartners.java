package io.github.liveliness.reach.programs;

import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Exchanger;
import java.util.concurrent.LinkedTransferQueue;
import java.util.concurrent.Phaser;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.StampedLock;

/** Healthy: who has to meet, give way or end does so late. */
final class LatePartners {

    private LatePartners() {}

    static Map<String, Program> programs() {
        return new Programs()
                .add("the other party of a phaser comes late", 1, LatePartners::phaser)
                .add("the partner of an exchange comes late", 1, LatePartners::exchanger)
                .add("the third at the barrier comes late", 2, LatePartners::barrier)
                .add("the taker of a transfer comes late", 1, LatePartners::transfer)
                .add("the giver of a hand-over comes late", 1, LatePartners::handOver)
                .add("the owner of a lock sleeps", 1, LatePartners::lockOwner)
                .add("the owner of a stamped lock sleeps", 2, LatePartners::stampedLockOwner)
                .add("the owner of a monitor sleeps", 1, LatePartners::monitorOwner)
                .add("a condition is signalled late", 1, LatePartners::condition)
                .add("a monitor is notified late", 1, LatePartners::notification)
                .add("a joined thread sleeps", 1, LatePartners::join)
                .add("a joined thread joins one that sleeps", 2, LatePartners::joinChain)
                .map();
    }

    private static void phaser(Waiters waiters, Moment moment) {
        Phaser phaser = new Phaser(2);
        waiters.start(phaser::arriveAndAwaitAdvance);
        Body.aside(() -> {
            moment.await();
            phaser.arrive();
        });
    }

    private static void exchanger(Waiters waiters, Moment moment) {
        Exchanger<String> exchanger = new Exchanger<>();
        waiters.start(() -> exchanger.exchange("mine"));
        Body.aside(() -> {
            moment.await();
            exchanger.exchange("yours");
        });
    }

    private static void barrier(Waiters waiters, Moment moment) {
        CyclicBarrier barrier = new CyclicBarrier(3);
        waiters.start(barrier::await);
        waiters.start(barrier::await);
        Body.aside(() -> {
            moment.await();
            barrier.await();
        });
    }

    private static void transfer(Waiters waiters, Moment moment) {
        LinkedTransferQueue<String> queue = new LinkedTransferQueue<>();
        waiters.start(() -> queue.transfer("letter"));
        Body.aside(() -> {
            moment.await();
            queue.take();
        });
    }

    private static void handOver(Waiters waiters, Moment moment) {
        SynchronousQueue<String> hand = new SynchronousQueue<>();
        waiters.start(hand::take);
        Body.aside(() -> {
            moment.await();
            hand.put("baton");
        });
    }

    private static void lockOwner(Waiters waiters, Moment moment) throws InterruptedException {
        ReentrantLock lock = new ReentrantLock();
        CountDownLatch owned = new CountDownLatch(1);
        Body.aside(() -> {
            Body.locked(lock, () -> {
                owned.countDown();
                moment.await();
            });
        });
        owned.await();
        waiters.start(lock::lock);
    }

    private static void stampedLockOwner(Waiters waiters, Moment moment) throws InterruptedException {
        StampedLock lock = new StampedLock();
        CountDownLatch owned = new CountDownLatch(1);
        Body.aside(() -> {
            long stamp = lock.writeLock();
            owned.countDown();
            moment.await();
            lock.unlock(stamp);
        });
        owned.await();
        waiters.start(lock::readLock);
        waiters.start(() -> lock.asReadLock().lock());
    }

    private static void monitorOwner(Waiters waiters, Moment moment) throws InterruptedException {
        Object monitor = new Object();
        CountDownLatch owned = new CountDownLatch(1);
        Body.aside(() -> {
            synchronized (monitor) {
                owned.countDown();
                moment.await();
            }
        });
        owned.await();
        waiters.start(() -> {
            synchronized (monitor) {
                monitor.notifyAll();
            }
        });
    }

    private static void condition(Waiters waiters, Moment moment) {
        ReentrantLock lock = new ReentrantLock();
        Condition changed = lock.newCondition();
        waiters.start(() -> Body.locked(lock, () -> {
            while (!moment.hasCome()) {
                changed.await();
            }
        }));
        Body.aside(() -> {
            moment.await();
            Body.locked(lock, changed::signalAll);
        });
    }

    private static void notification(Waiters waiters, Moment moment) {
        Object monitor = new Object();
        waiters.start(() -> {
            synchronized (monitor) {
                while (!moment.hasCome()) {
                    monitor.wait();
                }
            }
        });
        Body.aside(() -> {
            moment.await();
            synchronized (monitor) {
                monitor.notifyAll();
            }
        });
    }

    private static void join(Waiters waiters, Moment moment) {
        waiters.start(Body.aside(moment::await)::join);
    }

    private static void joinChain(Waiters waiters, Moment moment) {
        Thread sleeper = Body.aside(moment::await);
        waiters.start(waiters.start(sleeper::join)::join);
    }
}
