package io.github.liveliness.reach.programs;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** Attacks: the signal has been given, and its receiver is only held up. */
final class PendingPermits {

    private PendingPermits() {}

    static Map<String, Program> programs() {
        return new Programs()
                .add("a condition is signalled by a sleeper that keeps the lock", 1, PendingPermits::signalled)
                .add("all are signalled by a sleeper that keeps the lock", 2, PendingPermits::allSignalled)
                .add("a condition of a write lock is signalled by its sleeping owner", 1, PendingPermits::writeLock)
                .add("a monitor is notified by a sleeper that keeps it", 1, PendingPermits::notified)
                .add("a slow dependent runs before the joiner is woken", 1, PendingPermits::slowDependent)
                .map();
    }

    private static void signalled(Waiters waiters, Moment moment) throws InterruptedException {
        signalAndSleep(new ReentrantLock(), 1, waiters, moment);
    }

    private static void allSignalled(Waiters waiters, Moment moment) throws InterruptedException {
        signalAndSleep(new ReentrantLock(true), 2, waiters, moment);
    }

    private static void writeLock(Waiters waiters, Moment moment) throws InterruptedException {
        signalAndSleep(new ReentrantReadWriteLock().writeLock(), 1, waiters, moment);
    }

    /** The condition leads to the lock, but the lock, which is all that the sleeper keeps, not to the condition. */
    private static void signalAndSleep(Lock lock, int receivers, Waiters waiters, Moment moment)
            throws InterruptedException {
        Condition condition = lock.newCondition();
        CountDownLatch waiting = new CountDownLatch(receivers);
        for (int i = 0; i < receivers; i++) {
            waiters.start(() -> Body.locked(lock, () -> {
                waiting.countDown();
                condition.await();
            }));
        }
        waiting.await();
        Handover<Condition> handover = new Handover<>(condition);
        Body.aside(() -> Body.locked(lock, () -> {
            handover.take().signalAll();
            moment.await();
        }));
        handover.awaitTaking();
    }

    private static void notified(Waiters waiters, Moment moment) throws InterruptedException {
        Object monitor = new Object();
        CountDownLatch waiting = new CountDownLatch(1);
        waiters.start(() -> {
            synchronized (monitor) {
                while (waiting.getCount() > 0) {
                    waiting.countDown();
                    monitor.wait();
                }
            }
        });
        waiting.await();
        CountDownLatch notified = new CountDownLatch(1);
        Body.aside(() -> {
            synchronized (monitor) {
                monitor.notifyAll();
                notified.countDown();
                moment.await();
            }
        });
        notified.await();
    }

    private static void slowDependent(Waiters waiters, Moment moment) throws InterruptedException {
        CompletableFuture<Integer> answer = new CompletableFuture<>();
        Thread joiner = waiters.start(answer::join);
        while (joiner.getState() != Thread.State.WAITING) {
            Thread.sleep(1);
        }
        CountDownLatch completed = new CountDownLatch(1);
        answer.thenRun(Body.unchecked(() -> {
            completed.countDown();
            moment.await();
        }));
        Body.aside(() -> answer.complete(1));
        completed.await();
    }
}
