package io.github.liveliness.blocking.probes;

import io.github.liveliness.blocking.probes.MonitorProbes.Room;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Phaser;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.concurrent.locks.StampedLock;

/** Calls that could wait, and have nothing to wait for. */
@SuppressWarnings({"LockNotBeforeTry", "ThreadPriorityCheck"}) // Nothing happens in between; yielding is the point.
final class HealthyProbes {
    static final String GROUP = "healthy";

    private HealthyProbes() {}

    static List<Probe> all() {
        ProbeGroup group = new ProbeGroup(GROUP);
        monitors(group);
        locks(group);
        synchronizers(group);
        futures(group);
        shortWaits(group);
        return group.probes();
    }

    private static void monitors(ProbeGroup group) {
        group.doesNotBlock("synchronized (a block, free)", here -> {
                    synchronized (here) {
                        Thread.onSpinWait();
                    }
                })
                .doesNotBlock("synchronized (a method, free)", here -> new Room(), Room::enter)
                .doesNotBlock("synchronized (twice by the same thread)", here -> new Room(), room -> {
                    synchronized (room) {
                        room.enter();
                    }
                })
                .doesNotBlock("Object.notifyAll", here -> {
                    synchronized (here) {
                        here.notifyAll();
                    }
                })
                .doesNotBlock("Thread.join (of a thread that has ended)", here -> ended(here), thread -> thread.join())
                .doesNotBlock(
                        "ConcurrentHashMap.computeIfAbsent",
                        here -> new ConcurrentHashMap<String, String>(),
                        map -> map.computeIfAbsent("", key -> key));
    }

    private static Thread ended(Surroundings here) throws InterruptedException {
        Thread thread = here.thread(() -> {});
        thread.join();
        return thread;
    }

    private static void locks(ProbeGroup group) {
        group.doesNotBlock("ReentrantLock.lock (free)", here -> new ReentrantLock(), lock -> {
                    lock.lock();
                    lock.unlock();
                })
                .doesNotBlock("ReentrantLock.lock (twice by the same thread)", here -> new ReentrantLock(), lock -> {
                    lock.lock();
                    lock.lock();
                    lock.unlock();
                    lock.unlock();
                })
                .doesNotBlock("ReentrantLock.lockInterruptibly (free)", here -> new ReentrantLock(), lock -> {
                    lock.lockInterruptibly();
                    lock.unlock();
                })
                .doesNotBlock(
                        "ReentrantLock.tryLock (held by another)",
                        LockProbes.Held::reentrant,
                        held -> held.lock().tryLock())
                .doesNotBlock("ReentrantLock.tryLock(long, TimeUnit) (free)", here -> new ReentrantLock(), lock -> {
                    if (lock.tryLock(1, TimeUnit.SECONDS)) {
                        lock.unlock();
                    }
                })
                .doesNotBlock(
                        "ReentrantReadWriteLock.ReadLock.lock (beside a reader)", HealthyProbes::beingRead, lock -> {
                            lock.readLock().lock();
                            lock.readLock().unlock();
                        })
                .doesNotBlock(
                        "StampedLock.writeLock (free)",
                        here -> new StampedLock(),
                        lock -> lock.unlock(lock.writeLock()))
                .doesNotBlock(
                        "StampedLock.tryOptimisticRead", here -> new StampedLock(), StampedLock::tryOptimisticRead);
    }

    private static ReentrantReadWriteLock beingRead(Surroundings here) throws InterruptedException {
        ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
        LockProbes.Held.holder(here, lock.readLock());
        return lock;
    }

    private static void synchronizers(ProbeGroup group) {
        group.doesNotBlock(
                        "Semaphore.acquire (with a permit left)",
                        here -> new Semaphore(1),
                        permits -> permits.acquire())
                .doesNotBlock(
                        "Semaphore.tryAcquire (without a permit)",
                        here -> new Semaphore(0),
                        permits -> permits.tryAcquire())
                .doesNotBlock("CountDownLatch.await (at zero)", here -> new CountDownLatch(0), latch -> latch.await())
                .doesNotBlock(
                        "CyclicBarrier.await (as the last)", here -> new CyclicBarrier(1), barrier -> barrier.await())
                .doesNotBlock(
                        "Phaser.arriveAndAwaitAdvance (as the last)",
                        here -> new Phaser(1),
                        Phaser::arriveAndAwaitAdvance);
    }

    private static void futures(ProbeGroup group) {
        group.doesNotBlock(
                        "CompletableFuture.get (completed)",
                        here -> CompletableFuture.completedFuture(""),
                        future -> future.get())
                .doesNotBlock(
                        "CompletableFuture.join (completed)",
                        here -> CompletableFuture.completedFuture(""),
                        CompletableFuture::join)
                .doesNotBlock("CompletableFuture.getNow", here -> new CompletableFuture<>().getNow(""))
                .doesNotBlock("CompletableFuture.thenCombine", here -> {
                    CompletableFuture<String> future = new CompletableFuture<>();
                    future.thenApply(String::trim)
                            .thenCombine(future, String::concat)
                            .orTimeout(1, TimeUnit.SECONDS);
                    future.complete("");
                })
                .doesNotBlock("FutureTask.get (done)", HealthyProbes::done, task -> task.get());
    }

    private static FutureTask<String> done(Surroundings here) {
        FutureTask<String> task = new FutureTask<>(() -> "");
        task.run();
        return task;
    }

    private static void shortWaits(ProbeGroup group) {
        group.doesNotBlock("Thread.sleep (for no time)", here -> Thread.sleep(0))
                .doesNotBlock("Thread.yield", here -> Thread.yield())
                .doesNotBlock("Thread.onSpinWait", here -> Thread.onSpinWait())
                .doesNotBlock("LockSupport.parkNanos (for a microsecond)", here -> LockSupport.parkNanos(1_000))
                .doesNotBlock("LockSupport.park (with a permit)", here -> {
                    LockSupport.unpark(Thread.currentThread());
                    LockSupport.park();
                })
                .doesNotBlock("System.nanoTime", here -> System.nanoTime());
    }
}
