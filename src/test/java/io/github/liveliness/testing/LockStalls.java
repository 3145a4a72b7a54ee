package io.github.liveliness.testing;

import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;

/** Test bodies that stall on locks. */
public final class LockStalls {

    private LockStalls() {}

    /** The task holds a monitor while it waits for another task, which needs it. */
    public static void monitorHeldAcrossAGet() throws Exception {
        ExecutorService pool = Pools.fixed("orders", 2);
        Object monitor = new Object();
        Future<?> holder = pool.submit(() -> {
            synchronized (monitor) {
                return pool.submit(() -> {
                            synchronized (monitor) {
                                return 1;
                            }
                        })
                        .get();
            }
        });
        holder.get();
    }

    /**
     * Enters a monitor that a task holds, whatever interrupts it, while it waits for another task, queued behind it: the
     * calling thread is blocked for ever.
     */
    public static void monitorOfAStuckTask() throws Exception {
        ExecutorService pool = Pools.fixed("orders", 1);
        Object monitor = new Object();
        CountDownLatch held = new CountDownLatch(1);
        pool.submit(() -> {
            synchronized (monitor) {
                Future<?> queued = pool.submit(() -> 1);
                held.countDown();
                getUninterruptibly(queued);
            }
        });
        held.await();
        synchronized (monitor) {
            throw new AssertionError("the monitor is never free, and nobody comes here");
        }
    }

    /** Even a cancelled future does not make it give the monitor back. */
    private static void getUninterruptibly(Future<?> future) {
        while (true) {
            try {
                future.get();
            } catch (InterruptedException | ExecutionException | CancellationException again) {
                LockSupport.park(future);
            }
        }
    }

    public static void twoMonitorsWithoutAPool() throws Exception {
        joinBoth(inBothOrders(LockStalls::nestMonitors));
    }

    public static void twoLocksWithoutAPool() throws Exception {
        joinBoth(inBothOrders(LockStalls::nestLocks));
    }

    /** One thread holds the monitor and wants the lock, another one the other way round. */
    public static void aMonitorAndALock() throws Exception {
        Object monitor = new Object();
        Lock lock = new ReentrantLock();
        CyclicBarrier bothHeld = new CyclicBarrier(2);
        Runnable locking = () -> {
            synchronized (monitor) {
                nestLocks(new ReentrantLock(), lock, bothHeld);
            }
        };
        Runnable entering = () -> {
            lock.lock();
            try {
                nestMonitors(new Object(), monitor, bothHeld);
            } finally {
                lock.unlock();
            }
        };
        joinBoth(Pools.daemon(locking, "locking"), Pools.daemon(entering, "entering"));
    }

    public static void twoMonitorsInAPool() throws Exception {
        awaitBoth(inBothOrders(LockStalls::nestMonitors));
    }

    public static void twoLocksInAPool() throws Exception {
        awaitBoth(inBothOrders(LockStalls::nestLocks));
    }

    private interface Nesting {
        void nest(Lock outer, Lock inner, CyclicBarrier bothHeld);
    }

    private static List<Runnable> inBothOrders(Nesting nesting) {
        Lock one = new ReentrantLock();
        Lock other = new ReentrantLock();
        CyclicBarrier bothHeld = new CyclicBarrier(2);
        return List.of(() -> nesting.nest(one, other, bothHeld), () -> nesting.nest(other, one, bothHeld));
    }

    private static void nestMonitors(Object outer, Object inner, CyclicBarrier bothHeld) {
        synchronized (outer) {
            meet(bothHeld);
            synchronized (inner) {
                throw new AssertionError("this is a deadlock, and nobody comes here");
            }
        }
    }

    private static void nestLocks(Lock outer, Lock inner, CyclicBarrier bothHeld) {
        outer.lock();
        try {
            meet(bothHeld);
            inner.lock();
        } finally {
            outer.unlock();
        }
    }

    private static void meet(CyclicBarrier bothHeld) {
        try {
            bothHeld.await();
        } catch (InterruptedException | BrokenBarrierException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void joinBoth(List<Runnable> deadlocked) throws InterruptedException {
        joinBoth(Pools.daemon(deadlocked.get(0), "one"), Pools.daemon(deadlocked.get(1), "other"));
    }

    private static void joinBoth(Thread one, Thread other) throws InterruptedException {
        one.start();
        other.start();
        one.join();
        other.join();
    }

    private static void awaitBoth(List<Runnable> deadlocked) throws Exception {
        ExecutorService pool = Pools.fixed("guarded", 2);
        Workers.awaitAll(deadlocked.stream().map(pool::submit).toList());
    }
}
