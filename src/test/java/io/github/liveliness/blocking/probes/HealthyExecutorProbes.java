package io.github.liveliness.blocking.probes;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinPool.ManagedBlocker;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;

/** Executors that are given work, and threads that may block. */
final class HealthyExecutorProbes {
    private static final Duration NAP = Duration.ofMillis(5);

    private HealthyExecutorProbes() {}

    static List<Probe> all() {
        ProbeGroup group = new ProbeGroup(HealthyProbes.GROUP);
        executors(group);
        forkJoin(group);
        mayBlock(group);
        return group.probes();
    }

    private static void executors(ProbeGroup group) {
        group.doesNotBlock("a task that does nothing", here -> {})
                .doesNotBlock("an idle worker", HealthyExecutorProbes::idlePool, ThreadPoolExecutor::getPoolSize)
                .doesNotBlock("Thread.start", here -> here.thread(() -> {}))
                .doesNotBlock("ExecutorService.submit", Surroundings::fixedPool, pool -> pool.submit(() -> ""))
                .doesNotBlock("ExecutorService.execute", Surroundings::fixedPool, pool -> pool.execute(() -> {}))
                .doesNotBlock(
                        "ExecutorService.invokeAll (of nothing)",
                        Surroundings::fixedPool,
                        pool -> pool.invokeAll(List.of()))
                .doesNotBlock(
                        "ScheduledExecutorService.schedule",
                        HealthyExecutorProbes::timer,
                        timer -> timer.schedule(() -> {}, 1, TimeUnit.MILLISECONDS))
                .doesNotBlock(
                        "CompletableFuture.supplyAsync",
                        Surroundings::fixedPool,
                        pool -> CompletableFuture.supplyAsync(() -> "", pool).thenAccept(text -> {}));
    }

    private static ThreadPoolExecutor idlePool(Surroundings here) throws InterruptedException {
        ThreadPoolExecutor pool = (ThreadPoolExecutor) here.fixedPool();
        pool.prestartAllCoreThreads();
        TimeUnit.MILLISECONDS.sleep(5);
        return pool;
    }

    private static ScheduledExecutorService timer(Surroundings here) {
        return here.keptPool(Executors.newSingleThreadScheduledExecutor());
    }

    /** Such a pool has another thread work while one of its own waits for a task. */
    private static void forkJoin(ProbeGroup group) {
        group.doesNotBlock(
                        "ForkJoinPool.managedBlock (inside a ForkJoinPool)",
                        Surroundings::forkJoinPool,
                        pool -> pool.execute(() -> uninterrupted(() -> ForkJoinPool.managedBlock(new Nap()))))
                .doesNotBlock(
                        "ForkJoinTask.join (inside a ForkJoinPool)",
                        Surroundings::forkJoinPool,
                        pool -> pool.execute(HealthyExecutorProbes::joinStolenTask))
                .doesNotBlock(
                        "CompletableFuture.join (inside a ForkJoinPool)",
                        Surroundings::forkJoinPool,
                        (pool, here) -> pool.execute(() -> {
                            CompletableFuture<String> future = new CompletableFuture<>();
                            here.whenWaiting(() -> future.complete(""));
                            future.join();
                        }));
    }

    private static void joinStolenTask() {
        AtomicBoolean stolen = new AtomicBoolean();
        ForkJoinTask<?> task = ForkJoinTask.adapt(() -> {
            stolen.set(true);
            long end = System.nanoTime() + NAP.toNanos();
            spinUntil(() -> System.nanoTime() - end >= 0);
        });
        task.fork();
        spinUntil(stolen::get);
        task.join();
    }

    private static void spinUntil(BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            Thread.onSpinWait();
        }
    }

    private static void mayBlock(ProbeGroup group) {
        group.doesNotBlock(
                        "Thread.sleep (on an unbounded pool)",
                        Surroundings::unboundedPool,
                        pool -> pool.execute(HealthyExecutorProbes::sleep))
                .doesNotBlock(
                        "Thread.sleep (on a thread of no executor)", here -> here.thread(HealthyExecutorProbes::sleep))
                .doesNotBlock(
                        "Thread.sleep (on the thread of the test)",
                        here -> {
                            sleep();
                            return here;
                        },
                        here -> {});
    }

    private static void sleep() {
        uninterrupted(() -> Thread.sleep(NAP.toMillis()));
    }

    private static void uninterrupted(Wait wait) {
        try {
            wait.run();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @FunctionalInterface
    private interface Wait {
        void run() throws InterruptedException;
    }

    private static final class Nap implements ManagedBlocker {
        private boolean over;

        @Override
        public boolean block() throws InterruptedException {
            Thread.sleep(NAP.toMillis());
            over = true;
            return true;
        }

        @Override
        public boolean isReleasable() {
            return over;
        }
    }
}
