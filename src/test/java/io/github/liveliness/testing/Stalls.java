package io.github.liveliness.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Test bodies that stall because the task that others wait for is queued behind them. */
public final class Stalls {

    private Stalls() {}

    public static void nestedGet() throws Exception {
        nestedGet("orders");
    }

    public static void nestedGet(String pool) throws Exception {
        nestedGet(Pools.fixed(pool, 4), 4);
    }

    /** On an executor with so many threads. */
    public static void nestedGet(ExecutorService pool, int threads) throws Exception {
        Workers.awaitAll(startNestedGet(pool, threads));
    }

    /** Returns as soon as the executor is stuck, with what its tasks will never return. */
    public static List<Future<?>> startNestedGet(ExecutorService pool, int threads) throws Exception {
        CountDownLatch queued = new CountDownLatch(threads);
        List<Future<?>> futures = Workers.start(pool, threads, () -> {
            Future<Integer> inner = pool.submit(() -> 1);
            queued.countDown();
            return inner.get();
        });
        queued.await();
        return futures;
    }

    public static void nestedInvokeAll() throws Exception {
        ExecutorService pool = Pools.fixed("orders", 4);
        Workers.onEachThread(pool, 4, () -> pool.invokeAll(List.of(() -> 1, () -> 2)));
    }

    public static void singleThread() throws Exception {
        nestedGet(Executors.newSingleThreadExecutor(Pools.threads("single")), 1);
    }

    public static void scheduledPool() throws Exception {
        ScheduledExecutorService pool = Executors.newScheduledThreadPool(1, Pools.threads("timer"));
        Workers.onEachThread(
                pool, 1, () -> pool.schedule(() -> 1, 0, TimeUnit.SECONDS).get());
    }

    public static void joinedFuture() throws Exception {
        ExecutorService pool = Pools.fixed("orders", 2);
        Workers.onEachThread(
                pool, 2, () -> CompletableFuture.supplyAsync(() -> 1, pool).join());
    }

    /** Joins the outer future too, which ignores interrupts; on an executor with one thread. */
    public static void joinedFuture(ExecutorService single) {
        CompletableFuture.supplyAsync(
                        () -> CompletableFuture.supplyAsync(() -> 1, single).join(), single)
                .join();
    }

    /** On an executor whose queue would have to overflow before it started another thread. */
    public static void growingOnOverflow() throws Exception {
        nestedGet(Pools.growing("orders", 2, 4, 10), 2);
    }

    public static void allOf() throws Exception {
        ExecutorService pool = Pools.fixed("orders", 2);
        Workers.onEachThread(
                pool,
                2,
                () -> CompletableFuture.allOf(
                                CompletableFuture.runAsync(() -> {}, pool), CompletableFuture.runAsync(() -> {}, pool))
                        .join());
    }

    /** Each executor's only thread waits for a task of the next one, and that of the last for one of the first. */
    public static void ring(String... names) throws Exception {
        List<ExecutorService> pools = new ArrayList<>();
        for (String name : names) {
            pools.add(Pools.fixed(name, 1));
        }
        CyclicBarrier together = new CyclicBarrier(names.length);
        List<Future<?>> futures = new ArrayList<>();
        for (int i = 0; i < names.length; i++) {
            ExecutorService next = pools.get((i + 1) % names.length);
            futures.add(pools.get(i).submit(() -> {
                together.await();
                return next.submit(() -> 1).get();
            }));
        }
        Workers.awaitAll(futures);
    }

    public static void waitingForARunningTaskOfAStuckPool() throws Exception {
        ExecutorService stuck = Pools.fixed("orders", 1);
        ExecutorService behind = Pools.fixed("reports", 1);
        Future<?> waits = behind.submit(() -> startNestedGet(stuck, 1).get(0).get());
        Workers.awaitAll(List.of(waits, behind.submit(() -> 1)));
    }

    /** Waits in a loop that no interrupt ends, as real ones do. */
    public static void swallowInterrupts(Future<?> stuck) throws ExecutionException {
        while (!stuck.isDone()) {
            try {
                stuck.get();
            } catch (InterruptedException again) {
                // The next round waits again.
            }
        }
    }
}
