package io.github.liveliness.blocking.probes;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.concurrent.locks.StampedLock;

/** Locks that another thread holds, and conditions. */
@SuppressWarnings("LockNotBeforeTry") // Nothing happens in between that could fail.
final class LockProbes {
    private static final TimeUnit SECONDS = TimeUnit.SECONDS;

    private LockProbes() {}

    static List<Probe> all() {
        ProbeGroup group = new ProbeGroup(ParkProbes.GROUP);
        locks(group);
        stampedLocks(group);
        conditions(group);
        return group.probes();
    }

    private static void locks(ProbeGroup group) {
        group.blocks("ReentrantLock.lock", Held::reentrant, (held, here) -> {
                    here.whenWaiting(held.holder::leave);
                    held.lock.lock();
                    held.lock.unlock();
                })
                .blocks("ReentrantLock.lock (of a fair lock)", Held::fair, (held, here) -> {
                    here.whenWaiting(held.holder::leave);
                    held.lock.lock();
                    held.lock.unlock();
                })
                .blocks("ReentrantLock.lockInterruptibly", Held::reentrant, (held, here) -> {
                    here.whenWaiting(held.holder::leave);
                    held.lock.lockInterruptibly();
                    held.lock.unlock();
                })
                .blocks("ReentrantLock.tryLock(long, TimeUnit)", Held::reentrant, (held, here) -> {
                    here.whenWaiting(held.holder::leave);
                    if (held.lock.tryLock(5, SECONDS)) {
                        held.lock.unlock();
                    }
                })
                .blocks("ReentrantReadWriteLock.ReadLock.lock", Held::written, (held, here) -> {
                    here.whenWaiting(held.holder::leave);
                    held.lock.lock();
                    held.lock.unlock();
                })
                .blocks("ReentrantReadWriteLock.WriteLock.lock", Held::read, (held, here) -> {
                    here.whenWaiting(held.holder::leave);
                    held.lock.lock();
                    held.lock.unlock();
                });
    }

    private static void stampedLocks(ProbeGroup group) {
        group.blocks("StampedLock.writeLock", Stamped::occupied, (held, here) -> {
                    here.whenWaiting(held.holder::leave);
                    held.lock.unlock(held.lock.writeLock());
                })
                .blocks("StampedLock.readLock", Stamped::occupied, (held, here) -> {
                    here.whenWaiting(held.holder::leave);
                    held.lock.unlock(held.lock.readLock());
                })
                .blocks("StampedLock.tryWriteLock(long, TimeUnit)", Stamped::occupied, (held, here) -> {
                    here.whenWaiting(held.holder::leave);
                    held.lock.unlock(held.lock.tryWriteLock(5, SECONDS));
                });
    }

    /** Nobody signals what is not waited for, so that no wait ends too early. */
    @SuppressWarnings("WaitNotInLoop")
    private static void conditions(ProbeGroup group) {
        group.blocks("Condition.await", here -> whileLocked(here, Condition::await))
                .blocks("Condition.await(long, TimeUnit)", here -> whileLocked(here, wait -> wait.await(5, SECONDS)))
                .blocks("Condition.awaitNanos", here -> whileLocked(here, wait -> wait.awaitNanos(SECONDS.toNanos(5))))
                .blocks("Condition.awaitUntil", here -> whileLocked(here, wait -> wait.awaitUntil(inFiveSeconds())))
                .blocks("Condition.awaitUninterruptibly", here -> whileLocked(here, Condition::awaitUninterruptibly));
    }

    private static Date inFiveSeconds() {
        return Date.from(Instant.now().plusSeconds(5));
    }

    private static void whileLocked(Surroundings here, ProbeGroup.Use<Condition> use) throws Exception {
        ReentrantLock lock = new ReentrantLock();
        Condition condition = lock.newCondition();
        lock.lock();
        try {
            here.whenWaiting(() -> signal(lock, condition));
            use.run(condition);
        } finally {
            lock.unlock();
        }
    }

    private static void signal(Lock lock, Condition condition) {
        lock.lock();
        try {
            condition.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** A lock that cannot be had while another thread holds it, or its other half. */
    record Held(Lock lock, Holder holder) {
        static Held reentrant(Surroundings here) throws InterruptedException {
            Lock lock = new ReentrantLock();
            return new Held(lock, holder(here, lock));
        }

        static Held fair(Surroundings here) throws InterruptedException {
            Lock lock = new ReentrantLock(true);
            return new Held(lock, holder(here, lock));
        }

        static Held written(Surroundings here) throws InterruptedException {
            ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
            return new Held(lock.readLock(), holder(here, lock.writeLock()));
        }

        static Held read(Surroundings here) throws InterruptedException {
            ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
            return new Held(lock.writeLock(), holder(here, lock.readLock()));
        }

        static Holder holder(Surroundings here, Lock lock) throws InterruptedException {
            return Holder.of(here, stay -> {
                lock.lock();
                try {
                    stay.run();
                } finally {
                    lock.unlock();
                }
            });
        }
    }

    private record Stamped(StampedLock lock, Holder holder) {
        static Stamped occupied(Surroundings here) throws InterruptedException {
            StampedLock lock = new StampedLock();
            return new Stamped(lock, Held.holder(here, lock.asWriteLock()));
        }
    }
}
