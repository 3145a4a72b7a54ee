package io.github.liveliness.rescue;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Makes executors and waits that are stuck until the test is over. */
final class StuckThings implements AfterEachCallback {

    private final List<ExecutorService> executors = new ArrayList<>();
    private final CountDownLatch over = new CountDownLatch(1);

    ThreadPoolExecutor fixedPool(int threads) {
        return manage(new ThreadPoolExecutor(
                threads, threads, 1, TimeUnit.HOURS, new LinkedBlockingQueue<>(), StuckThings::daemon));
    }

    ForkJoinPool forkJoinPool(int threads) {
        return manage(new ForkJoinPool(threads));
    }

    <E extends ExecutorService> E manage(E executor) {
        executors.add(executor);
        return executor;
    }

    /** Waits until the test is over, and frees its thread for nothing else. */
    void waitDeafly() {
        boolean free = false;
        while (!free) {
            try {
                over.await();
                free = true;
            } catch (InterruptedException ignored) {
                // That is what deaf means.
            }
        }
    }

    /** Waits until the test is over or the thread is interrupted. */
    void waitAttentively() throws InterruptedException {
        over.await();
    }

    /** Tasks within tasks, each of which waits for the one inside. */
    static CompletableFuture<String> nested(ExecutorService executor, int depth) {
        return CompletableFuture.supplyAsync(
                () -> depth == 0 ? "done" : nested(executor, depth - 1).join(), executor);
    }

    static void awaitStarved(ThreadPoolExecutor pool) {
        await().until(() ->
                pool.getActiveCount() == pool.getPoolSize() && !pool.getQueue().isEmpty());
    }

    static void awaitState(Thread thread, Thread.State... states) {
        await().until(() -> Arrays.asList(states).contains(thread.getState()));
    }

    static RescueTargets own(ExecutorService... executors) {
        return new RescueTargets(
                Arrays.stream(executors)
                        .map(executor -> new StuckExecutor("orders", executor, true))
                        .toList(),
                List.of(),
                List.of());
    }

    static Duration plenty() {
        return Duration.ofSeconds(20);
    }

    static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "worker");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void afterEach(ExtensionContext context) {
        over.countDown();
        executors.forEach(ExecutorService::shutdownNow);
    }
}
