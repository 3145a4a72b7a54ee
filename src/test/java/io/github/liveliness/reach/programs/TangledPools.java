package io.github.liveliness.reach.programs;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Exchanger;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Future;
import java.util.concurrent.Phaser;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** More bugs with pools: the rarer executors and synchronisers. */
final class TangledPools {

    private TangledPools() {}

    static Map<String, Program> programs() {
        return new Programs()
                .bug("a scheduled task awaits the next one on the only thread", 2, TangledPools::scheduled)
                .bug("invokeAll is called by the pool's only worker", 2, TangledPools::invokeAll)
                .bug("a completion service is emptied by its own worker", 2, TangledPools::completionService)
                .bug("a cache is filled by the pool that asks it", 2, TangledPools::cache)
                .bug("a phaser has a party in the queue", 3, TangledPools::phaser)
                .bug("the partner of an exchange is queued", 2, TangledPools::exchange)
                .bug("the taker of a hand-over is queued", 2, TangledPools::handOver)
                .bug("all workers join all of their own stages", 3, TangledPools::allOf)
                .bug("a pool of bounded size and queue waits for itself", 2, TangledPools::bounded)
                .bug("a fork join pool and a thread pool wait for each other", 3, TangledPools::twoKinds)
                .bug("a worker that holds the write lock awaits a reader", 3, TangledPools::writeLock)
                .map();
    }

    private static void scheduled(Waiters waiters) {
        ScheduledExecutorService pool = Executors.newScheduledThreadPool(1, waiters);
        CountDownLatch next = new CountDownLatch(1);
        pool.submit(() -> {
            next.await();
            return true;
        });
        pool.schedule(next::countDown, 1, TimeUnit.MILLISECONDS);
        waiters.start(next::await);
    }

    private static void invokeAll(Waiters waiters) {
        ExecutorService pool = Executors.newFixedThreadPool(1, waiters);
        waiters.start(pool.submit(() -> pool.invokeAll(List.of(() -> 1, () -> 2)))::get);
    }

    private static void completionService(Waiters waiters) {
        ExecutorService pool = Executors.newFixedThreadPool(1, waiters);
        Future<Future<Integer>> first = pool.submit(() -> {
            ExecutorCompletionService<Integer> answers = new ExecutorCompletionService<>(pool);
            answers.submit(() -> 1);
            return answers.take();
        });
        waiters.start(first::get);
    }

    private static void cache(Waiters waiters) throws InterruptedException {
        ExecutorService pool = Executors.newFixedThreadPool(1, waiters);
        ConcurrentHashMap<String, Integer> cache = new ConcurrentHashMap<>();
        CountDownLatch computing = new CountDownLatch(1);
        pool.execute(() -> cache.computeIfAbsent("key", key -> {
            computing.countDown();
            return CompletableFuture.supplyAsync(key::length, pool).join();
        }));
        computing.await();
        waiters.start(() -> cache.computeIfAbsent("key", String::length));
    }

    private static void phaser(Waiters waiters) {
        ExecutorService pool = Executors.newFixedThreadPool(2, waiters);
        Phaser phaser = new Phaser(3);
        pool.execute(phaser::arriveAndAwaitAdvance);
        pool.execute(phaser::arriveAndAwaitAdvance);
        waiters.start(pool.submit(phaser::arriveAndAwaitAdvance)::get);
    }

    private static void exchange(Waiters waiters) {
        ExecutorService pool = Executors.newFixedThreadPool(1, waiters);
        Exchanger<String> exchanger = new Exchanger<>();
        pool.submit(() -> exchanger.exchange("left"));
        waiters.start(pool.submit(() -> exchanger.exchange("right"))::get);
    }

    private static void handOver(Waiters waiters) {
        ExecutorService pool = Executors.newFixedThreadPool(1, waiters);
        SynchronousQueue<String> hand = new SynchronousQueue<>();
        pool.submit(() -> {
            hand.put("baton");
            return true;
        });
        waiters.start(pool.submit(hand::take)::get);
    }

    private static void allOf(Waiters waiters) {
        ExecutorService pool = Executors.newFixedThreadPool(2, waiters);
        CountDownLatch bothRun = new CountDownLatch(2);
        Body joiner = () -> {
            bothRun.countDown();
            bothRun.await();
            CompletableFuture.allOf(
                            CompletableFuture.runAsync(() -> {}, pool), CompletableFuture.runAsync(() -> {}, pool))
                    .join();
        };
        pool.execute(Body.unchecked(joiner));
        waiters.start(pool.submit(Body.unchecked(joiner))::get);
    }

    private static void bounded(Waiters waiters) {
        ExecutorService pool = new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(1), waiters);
        waiters.start(pool.submit(() -> pool.submit(() -> 1).get())::get);
    }

    private static void twoKinds(Waiters waiters) {
        ForkJoinPool forks = new ForkJoinPool(1);
        ExecutorService pool = Executors.newFixedThreadPool(1, waiters);
        CountDownLatch bothRun = new CountDownLatch(2);
        Future<Integer> left = forks.submit(() -> {
            waiters.enlist();
            bothRun.countDown();
            bothRun.await();
            return pool.submit(() -> 1).get();
        });
        pool.submit(() -> {
            bothRun.countDown();
            bothRun.await();
            CountDownLatch forked = new CountDownLatch(1);
            forks.execute(forked::countDown);
            forked.await();
            return 1;
        });
        waiters.start(left::get);
    }

    private static void writeLock(Waiters waiters) throws InterruptedException {
        ExecutorService pool = Executors.newFixedThreadPool(2, waiters);
        ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
        CountDownLatch locked = new CountDownLatch(1);
        CountDownLatch read = new CountDownLatch(1);
        pool.submit(() -> {
            Body.locked(lock.writeLock(), () -> {
                locked.countDown();
                read.await();
            });
            return true;
        });
        locked.await();
        pool.execute(() -> {
            lock.readLock().lock();
            read.countDown();
        });
        waiters.start(read::await);
    }
}
