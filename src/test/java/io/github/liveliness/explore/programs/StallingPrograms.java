package io.github.liveliness.explore.programs;

import static java.util.concurrent.TimeUnit.SECONDS;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** Programs that stall under some schedules. */
@SuppressWarnings({"WaitNotInLoop", "LockNotBeforeTry", "UnusedVariable"}) // they are wrong on purpose
public final class StallingPrograms {

    private StallingPrograms() {}

    /** Two workers for two tasks that each wait for one more. */
    public static void starvation() throws Exception {
        starve(2);
    }

    /** The same with four. */
    public static void starvationOfFour() throws Exception {
        starve(4);
    }

    private static void starve(int workers) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(workers);
        Callable<Integer> outer = () -> pool.submit(() -> 1).get();
        List<Future<Integer>> all = new ArrayList<>();
        for (int task = 0; task < workers; task++) {
            all.add(pool.submit(outer));
        }
        for (Future<Integer> each : all) {
            each.get();
        }
        pool.shutdown();
    }

    public static void twoLocks() throws Exception {
        Object left = new Object();
        Object right = new Object();
        ExecutorService pool = Executors.newFixedThreadPool(2);
        Future<?> first = pool.submit(() -> enterBoth(left, right));
        Future<?> second = pool.submit(() -> enterBoth(right, left));
        first.get();
        second.get();
        pool.shutdown();
    }

    /** Nobody waits for the tasks that block one another. */
    public static void twoLocksUnawaited() {
        Object left = new Object();
        Object right = new Object();
        ExecutorService pool = Executors.newFixedThreadPool(2);
        pool.execute(() -> enterBoth(left, right));
        pool.execute(() -> enterBoth(right, left));
        pool.shutdown();
    }

    private static void enterBoth(Object outer, Object inner) {
        synchronized (outer) {
            synchronized (inner) {
                return;
            }
        }
    }

    /** Two accounts that each lock themselves, and then the other one. */
    public static void synchronizedMethods() throws Exception {
        Account one = new Account();
        Account other = new Account();
        Thread there = new Thread(() -> one.pay(other));
        Thread back = new Thread(() -> other.pay(one));
        there.start();
        back.start();
        there.join();
        back.join();
    }

    private static final class Account {

        private int balance;

        synchronized void pay(Account other) {
            balance--;
            other.receive();
        }

        synchronized void receive() {
            balance++;
        }
    }

    /** The flag is read outside the monitor, and the wait comes when it has been notified. */
    public static void lostWakeUp() throws Exception {
        Object monitor = new Object();
        AtomicBoolean flag = new AtomicBoolean();
        ExecutorService pool = Executors.newFixedThreadPool(2);
        Future<?> waiter = pool.submit(() -> {
            if (!flag.get()) {
                synchronized (monitor) {
                    monitor.wait();
                }
            }
            return null;
        });
        Future<?> notifier = pool.submit(() -> {
            flag.set(true);
            synchronized (monitor) {
                monitor.notifyAll();
            }
        });
        waiter.get();
        notifier.get();
        pool.shutdown();
    }

    /** The signal may come before anybody waits for it. */
    public static void lostSignal() throws Exception {
        Lock lock = new ReentrantLock();
        Condition signal = lock.newCondition();
        Thread signaller = new Thread(() -> {
            lock.lock();
            signal.signal();
            lock.unlock();
        });
        signaller.start();
        lock.lock();
        signal.await();
        lock.unlock();
        signaller.join();
    }

    /** Producers may take both workers, and fill the queue. */
    public static void boundedQueue() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(2);
        BlockingQueue<Integer> queue = new ArrayBlockingQueue<>(2);
        Callable<Void> producer = () -> {
            queue.put(0);
            queue.put(1);
            return null;
        };
        Callable<Void> consumer = () -> {
            queue.take();
            queue.take();
            return null;
        };
        Future<?>[] all = new Future<?>[4];
        Thread producers = new Thread(() -> {
            all[0] = pool.submit(producer);
            all[1] = pool.submit(producer);
        });
        Thread consumers = new Thread(() -> {
            all[2] = pool.submit(consumer);
            all[3] = pool.submit(consumer);
        });
        producers.start();
        consumers.start();
        producers.join();
        consumers.join();
        for (Future<?> each : all) {
            each.get();
        }
        pool.shutdown();
    }

    /** The one thread may wait for what is queued behind it. */
    public static void joinOnOneThread() throws Exception {
        ExecutorService pool = Executors.newSingleThreadExecutor();
        CompletableFuture<Integer> source = new CompletableFuture<>();
        CompletableFuture<Integer> dependent = source.thenApplyAsync(value -> value + 1, pool);
        Thread completer = new Thread(() -> source.complete(1), "completer");
        completer.start();
        CompletableFuture<Integer> outer = CompletableFuture.supplyAsync(() -> dependent.join() + 1, pool);
        outer.get();
        completer.join();
        pool.shutdown();
    }

    /** The pool may have one thread at most, and lets it wait nevertheless. */
    public static void saturatedForkJoinPool() throws Exception {
        CorrectPrograms.joinInForkJoinPool(new ForkJoinPool(
                1, ForkJoinPool.defaultForkJoinWorkerThreadFactory, null, true, 1, 1, 1, pool -> true, 60, SECONDS));
    }
}
