package io.github.liveliness.explore.programs;

import static java.util.concurrent.TimeUnit.HOURS;
import static java.util.concurrent.TimeUnit.SECONDS;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;

/** Programs of pools and futures that no schedule can stall, and that no schedule can make fail. */
public final class CorrectPrograms {

    private CorrectPrograms() {}

    /** Three workers for two tasks that each wait for one more. */
    public static void nestedSubmit() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(3);
        Callable<Integer> outer = () -> pool.submit(() -> 1).get();
        Future<Integer> first = pool.submit(outer);
        Future<Integer> second = pool.submit(outer);
        first.get();
        second.get();
        pool.shutdown();
    }

    /** Idle workers are left behind. */
    public static void poolNotShutDown() throws Exception {
        Executors.newFixedThreadPool(2).submit(() -> 1).get();
    }

    /** Workers of several kinds of pools are left behind, one of them in the middle of a task that has all day. */
    public static void poolsNotShutDown() throws Exception {
        Executors.newCachedThreadPool().submit(() -> 1).get();
        Executors.newSingleThreadScheduledExecutor()
                .schedule(() -> 1, 1, SECONDS)
                .get();
        new ForkJoinPool(2).submit(() -> 1).get();
        Executors.newSingleThreadExecutor().submit(() -> {
            TimeUnit.DAYS.sleep(1);
            return 1;
        });
    }

    public static void timedGet() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(2);
        pool.submit(() -> 1).get(30, SECONDS);
        pool.shutdown();
    }

    /** Ticks three times and is cancelled. */
    public static void hourlyTask() throws Exception {
        ScheduledExecutorService pool = Executors.newScheduledThreadPool(1);
        CountDownLatch ticks = new CountDownLatch(3);
        pool.scheduleAtFixedRate(ticks::countDown, 1, 1, HOURS);
        ticks.await();
        pool.shutdownNow();
    }

    /** Two workers, tasks at two moments, and a periodic one that goes on until it is cancelled. */
    public static void scheduledPool() throws Exception {
        ScheduledExecutorService pool = Executors.newScheduledThreadPool(2);
        CountDownLatch done = new CountDownLatch(3);
        Future<?> periodic = pool.scheduleWithFixedDelay(done::countDown, 0, 1, SECONDS);
        long begin = System.nanoTime();
        pool.schedule(done::countDown, 5, SECONDS);
        pool.schedule(done::countDown, 10, SECONDS).get();
        done.await();
        periodic.cancel(false);
        pool.shutdown();
        require(pool.awaitTermination(1, HOURS));
        require(System.nanoTime() - begin >= SECONDS.toNanos(10));
    }

    /** What ends too late is given up, and nobody is stuck. */
    public static void timeouts() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(1);
        CountDownLatch never = new CountDownLatch(1);
        Future<Boolean> slow = pool.submit(() -> never.await(1, HOURS));
        try {
            slow.get(1, SECONDS);
            throw new AssertionError("it took no hour");
        } catch (TimeoutException expected) {
            slow.cancel(true);
        }
        require(pool.submit(() -> 1).get(1, SECONDS) == 1);
        pool.shutdown();
    }

    public static void forkJoinSum() throws Exception {
        ForkJoinPool pool = new ForkJoinPool(2);
        require(pool.invoke(new RangeSum(0, 16)) == 120);
        pool.shutdown();
    }

    /** Its worker waits with the pool's leave, which starts another in its place. */
    public static void compensatedJoin() throws Exception {
        joinInForkJoinPool(new ForkJoinPool(1));
    }

    /** Its worker may not wait, for the pool may have no other: it says so, and is not stuck. */
    public static void refusedJoin() throws Exception {
        ForkJoinPool pool = new ForkJoinPool(
                1, ForkJoinPool.defaultForkJoinWorkerThreadFactory, null, true, 1, 1, 1, null, 60, SECONDS);
        try {
            joinInForkJoinPool(pool);
        } catch (ExecutionException rejected) {
            pool.shutdown();
        }
    }

    static void joinInForkJoinPool(ForkJoinPool pool) throws Exception {
        CompletableFuture<Integer> source = new CompletableFuture<>();
        CompletableFuture<Integer> dependent = source.thenApplyAsync(value -> value + 1, pool);
        CompletableFuture<Integer> outer = CompletableFuture.supplyAsync(() -> dependent.join() + 1, pool);
        Thread completer = new Thread(() -> source.complete(1), "completer");
        completer.start();
        outer.get();
        completer.join();
        pool.shutdown();
    }

    public static void futureChain() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(2);
        CompletableFuture<Integer> left = CompletableFuture.supplyAsync(() -> 1, pool);
        CompletableFuture<Integer> right = CompletableFuture.supplyAsync(() -> 2, pool);
        CompletableFuture<Integer> sum = left.thenCombineAsync(right, Integer::sum, pool)
                .thenCompose(value -> CompletableFuture.supplyAsync(() -> value * 2, pool));
        require(sum.get() == 6);
        pool.shutdown();
    }

    /** Of the JVM's own pool, which outlives each run. */
    public static void commonPool() {
        CompletableFuture<Integer> first = CompletableFuture.supplyAsync(() -> 1);
        CompletableFuture<Integer> second = CompletableFuture.supplyAsync(() -> 2);
        require(first.thenCombine(second, Integer::sum).join() == 3);
        require(IntStream.range(0, 4).parallel().sum() == 6);
    }

    /** Of the JVM's own timer, which outlives each run. */
    public static void futureTimeouts() throws Exception {
        CompletableFuture<Integer> never = new CompletableFuture<Integer>().orTimeout(1, HOURS);
        CompletableFuture<Integer> late = new CompletableFuture<Integer>().completeOnTimeout(2, 1, SECONDS);
        require(late.get() == 2);
        try {
            never.get();
            throw new AssertionError("nobody completes it");
        } catch (ExecutionException expected) {
            require(expected.getCause() instanceof TimeoutException);
        }
    }

    public static void invokeAll() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(2);
        List<Callable<Integer>> tasks = List.of(() -> 1, () -> 2, () -> 3);
        int sum = 0;
        for (Future<Integer> done : pool.invokeAll(tasks)) {
            sum += done.get();
        }
        require(sum == 6);
        require(pool.invokeAny(tasks) > 0);
        pool.shutdownNow();
        require(pool.awaitTermination(1, SECONDS));
    }

    static void require(boolean holds) {
        if (!holds) {
            throw new AssertionError("it does not hold");
        }
    }
}
