package io.github.liveliness.blocking.probes;

import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Exchanger;
import java.util.concurrent.Phaser;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Threads that park, by themselves or to meet others. */
final class ParkProbes {
    static final String GROUP = "park and java.util.concurrent";

    private static final TimeUnit SECONDS = TimeUnit.SECONDS;

    private ParkProbes() {}

    static List<Probe> all() {
        ProbeGroup group = new ProbeGroup(GROUP);
        parks(group);
        latchesAndSemaphores(group);
        meetings(group);
        return group.probes();
    }

    private static void parks(ProbeGroup group) {
        group.blocks("LockSupport.park", here -> {
                    Thread thread = Thread.currentThread();
                    here.whenWaiting(() -> LockSupport.unpark(thread));
                    LockSupport.park();
                })
                .blocks("LockSupport.park(Object)", here -> {
                    Thread thread = Thread.currentThread();
                    here.whenWaiting(() -> LockSupport.unpark(thread));
                    LockSupport.park(here);
                })
                .blocks("LockSupport.parkNanos", here -> LockSupport.parkNanos(5_000_000))
                .blocks("LockSupport.parkNanos(Object, long)", here -> LockSupport.parkNanos(here, 5_000_000))
                .blocks("LockSupport.parkUntil", here -> LockSupport.parkUntil(System.currentTimeMillis() + 20))
                .blocks(
                        "LockSupport.parkUntil(Object, long)",
                        here -> LockSupport.parkUntil(here, System.currentTimeMillis() + 20));
    }

    private static void latchesAndSemaphores(ProbeGroup group) {
        group.blocks("CountDownLatch.await", here -> {
                    CountDownLatch latch = new CountDownLatch(1);
                    here.whenWaiting(latch::countDown);
                    latch.await();
                })
                .blocks("CountDownLatch.await(long, TimeUnit)", here -> {
                    CountDownLatch latch = new CountDownLatch(1);
                    here.whenWaiting(latch::countDown);
                    latch.await(5, SECONDS);
                })
                .blocks("Semaphore.acquire", here -> {
                    Semaphore permits = new Semaphore(0);
                    here.whenWaiting(permits::release);
                    permits.acquire();
                })
                .blocks("Semaphore.acquire(int)", here -> {
                    Semaphore permits = new Semaphore(1);
                    here.whenWaiting(permits::release);
                    permits.acquire(2);
                })
                .blocks("Semaphore.acquireUninterruptibly", here -> {
                    Semaphore permits = new Semaphore(0);
                    here.whenWaiting(permits::release);
                    permits.acquireUninterruptibly();
                })
                .blocks("Semaphore.tryAcquire(long, TimeUnit)", here -> {
                    Semaphore permits = new Semaphore(0);
                    here.whenWaiting(permits::release);
                    permits.tryAcquire(5, SECONDS);
                })
                .blocks("ReferenceQueue.remove", here -> {
                    ReferenceQueue<Object> queue = new ReferenceQueue<>();
                    WeakReference<Object> reference = new WeakReference<>(here, queue);
                    here.whenWaiting(reference::enqueue);
                    queue.remove();
                })
                .blocks("ReferenceQueue.remove(long)", here -> {
                    ReferenceQueue<Object> queue = new ReferenceQueue<>();
                    WeakReference<Object> reference = new WeakReference<>(here, queue);
                    here.whenWaiting(reference::enqueue);
                    queue.remove(5_000);
                });
    }

    private static void meetings(ProbeGroup group) {
        group.blocks("CyclicBarrier.await", here -> {
                    CyclicBarrier barrier = new CyclicBarrier(2);
                    here.whenWaiting(barrier::await);
                    barrier.await();
                })
                .blocks("CyclicBarrier.await(long, TimeUnit)", here -> {
                    CyclicBarrier barrier = new CyclicBarrier(2);
                    here.whenWaiting(barrier::await);
                    barrier.await(5, SECONDS);
                })
                .blocks("Exchanger.exchange", here -> {
                    Exchanger<String> exchanger = new Exchanger<>();
                    here.whenWaiting(() -> exchanger.exchange("", 1, SECONDS));
                    exchanger.exchange("");
                })
                .blocks("Exchanger.exchange(Object, long, TimeUnit)", here -> {
                    Exchanger<String> exchanger = new Exchanger<>();
                    here.whenWaiting(() -> exchanger.exchange("", 1, SECONDS));
                    exchanger.exchange("", 5, SECONDS);
                })
                .blocks("Phaser.arriveAndAwaitAdvance", here -> {
                    Phaser phaser = new Phaser(2);
                    here.whenWaiting(phaser::arrive);
                    phaser.arriveAndAwaitAdvance();
                })
                .blocks("Phaser.awaitAdvance", here -> {
                    Phaser phaser = new Phaser(1);
                    here.whenWaiting(phaser::arrive);
                    phaser.awaitAdvance(0);
                })
                .blocks("Phaser.awaitAdvanceInterruptibly", here -> {
                    Phaser phaser = new Phaser(1);
                    here.whenWaiting(phaser::arrive);
                    phaser.awaitAdvanceInterruptibly(0, 5, SECONDS);
                });
    }
}
