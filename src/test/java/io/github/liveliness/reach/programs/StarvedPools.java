package io.github.liveliness.reach.programs;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.ReentrantLock;

/** Bugs: all workers of a pool wait for what is still in its queue. */
final class StarvedPools {

    private StarvedPools() {}

    static Map<String, Program> programs() {
        return new Programs()
                .bug("tasks wait for tasks of their own pool", 4, StarvedPools::nestedGet)
                .bug("the completion of a future is queued behind its joiners", 3, StarvedPools::queuedCompletion)
                .bug("a callback on an I/O thread needs the I/O thread", 2, StarvedPools::callback)
                .bug("the releases are queued behind the acquirers", 3, StarvedPools::queuedReleases)
                .bug("a fork join worker awaits a latch that its pool would count down", 2, StarvedPools::forkJoin)
                .bug("the connection comes back only through the pool that waits for it", 3, StarvedPools::connection)
                .bug("a barrier is wider than the pool", 3, StarvedPools::barrier)
                .bug("the consumer is queued behind a producer that is blocked", 2, StarvedPools::pipeline)
                .bug("a rendezvous is larger than the fork join pool", 3, StarvedPools::rendezvous)
                .bug("three pools wait for each other in a ring", 4, StarvedPools::threePools)
                .bug("a lock is held across a join", 2, StarvedPools::lockAcrossJoin)
                .map();
    }

    private static void nestedGet(Waiters waiters) {
        ExecutorService pool = Executors.newFixedThreadPool(3, waiters);
        CyclicBarrier allRun = new CyclicBarrier(3);
        List<Future<Integer>> outer = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            outer.add(pool.submit(() -> {
                allRun.await();
                return pool.submit(() -> 1).get();
            }));
        }
        waiters.start(() -> outer.get(0).get());
    }

    private static void queuedCompletion(Waiters waiters) {
        ExecutorService pool = Executors.newFixedThreadPool(2, waiters);
        CyclicBarrier allRun = new CyclicBarrier(2);
        CountDownLatch done = new CountDownLatch(2);
        for (int i = 0; i < 2; i++) {
            pool.submit(() -> {
                allRun.await();
                CompletableFuture<Integer> answer = new CompletableFuture<>();
                pool.execute(() -> answer.complete(1));
                answer.join();
                done.countDown();
                return true;
            });
        }
        waiters.start(done::await);
    }

    private static void callback(Waiters waiters) {
        ExecutorService io = Executors.newSingleThreadExecutor(waiters);
        CompletableFuture<Integer> read = new CompletableFuture<>();
        CompletableFuture<Integer> answer = read.thenApply(
                value -> CompletableFuture.supplyAsync(() -> value + 1, io).join());
        io.execute(() -> read.complete(1));
        waiters.start(answer::join);
    }

    private static void queuedReleases(Waiters waiters) {
        ExecutorService pool = Executors.newFixedThreadPool(2, waiters);
        Semaphore permits = new Semaphore(0);
        CountDownLatch done = new CountDownLatch(2);
        for (int i = 0; i < 2; i++) {
            pool.execute(() -> {
                permits.acquireUninterruptibly();
                done.countDown();
            });
        }
        pool.execute(permits::release);
        pool.execute(permits::release);
        waiters.start(done::await);
    }

    private static void forkJoin(Waiters waiters) {
        ForkJoinPool pool = new ForkJoinPool(1);
        Future<Boolean> answer = pool.submit(() -> {
            waiters.enlist();
            CountDownLatch latch = new CountDownLatch(1);
            pool.execute(latch::countDown);
            latch.await();
            return true;
        });
        waiters.start(answer::get);
    }

    private static void connection(Waiters waiters) throws InterruptedException {
        ExecutorService pool = Executors.newFixedThreadPool(2, waiters);
        Semaphore connections = new Semaphore(1);
        CountDownLatch done = new CountDownLatch(2);
        connections.acquire();
        for (int i = 0; i < 2; i++) {
            pool.execute(() -> {
                connections.acquireUninterruptibly();
                connections.release();
                done.countDown();
            });
        }
        pool.execute(connections::release);
        waiters.start(done::await);
    }

    private static void barrier(Waiters waiters) {
        ExecutorService pool = Executors.newFixedThreadPool(2, waiters);
        CyclicBarrier barrier = new CyclicBarrier(3);
        pool.submit(() -> barrier.await());
        pool.submit(() -> barrier.await());
        waiters.start(pool.submit(() -> barrier.await())::get);
    }

    private static void pipeline(Waiters waiters) {
        ExecutorService pool = Executors.newFixedThreadPool(1, waiters);
        BlockingQueue<Integer> pipe = new ArrayBlockingQueue<>(1);
        pool.submit(() -> {
            pipe.put(1);
            pipe.put(2);
            return true;
        });
        waiters.start(pool.submit(() -> pipe.take() + pipe.take())::get);
    }

    private static void rendezvous(Waiters waiters) {
        ForkJoinPool pool = new ForkJoinPool(2);
        CountDownLatch allHere = new CountDownLatch(3);
        List<Future<?>> guests = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            guests.add(pool.submit(() -> {
                waiters.enlist();
                allHere.countDown();
                allHere.await();
                return true;
            }));
        }
        waiters.start(() -> guests.get(2).get());
    }

    private static void threePools(Waiters waiters) {
        ExecutorService first = Executors.newSingleThreadExecutor(waiters);
        ExecutorService second = Executors.newSingleThreadExecutor(waiters);
        ExecutorService third = Executors.newSingleThreadExecutor(waiters);
        CompletableFuture<Integer> answer = CompletableFuture.supplyAsync(
                () -> CompletableFuture.supplyAsync(
                                () -> CompletableFuture.supplyAsync(
                                                () -> CompletableFuture.supplyAsync(() -> 1, first)
                                                        .join(),
                                                third)
                                        .join(),
                                second)
                        .join(),
                first);
        waiters.start(answer::join);
    }

    private static void lockAcrossJoin(Waiters waiters) throws InterruptedException {
        ExecutorService pool = Executors.newFixedThreadPool(1, waiters);
        ReentrantLock lock = new ReentrantLock();
        CountDownLatch locked = new CountDownLatch(1);
        pool.execute(() -> {
            lock.lock();
            try {
                locked.countDown();
                CompletableFuture.runAsync(() -> {}, pool).join();
            } finally {
                lock.unlock();
            }
        });
        locked.await();
        waiters.start(lock::lock);
    }
}
