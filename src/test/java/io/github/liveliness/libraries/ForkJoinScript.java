package io.github.liveliness.libraries;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.TimeUnit;

/** Fills fork-join pools, leaves them full for a while, lets them go, and writes down all that a user can see of it. */
final class ForkJoinScript {
    private static final int TASKS = 3;
    private static final Duration FULL = Duration.ofMillis(700);

    private final ForkJoinPool pool;
    private final CompletableFuture<String> uncaught = new CompletableFuture<>();
    private final CountDownLatch letGo = new CountDownLatch(1);
    private final List<String> order = Collections.synchronizedList(new ArrayList<>());
    private final List<String> seen = new ArrayList<>();

    private ForkJoinScript(int parallelism, boolean asyncMode) {
        this.pool = new ForkJoinPool(
                parallelism,
                ForkJoinPool.defaultForkJoinWorkerThreadFactory,
                (thread, failure) -> uncaught.complete(worker(thread) + " " + failure),
                asyncMode);
    }

    static List<String> run() throws InterruptedException {
        List<String> seen = new ArrayList<>();
        seen.addAll(new ForkJoinScript(1, false).submitFromOutside());
        seen.addAll(new ForkJoinScript(3, true).submitFromOutside());
        seen.addAll(new ForkJoinScript(1, false).forkInside());
        seen.addAll(new ForkJoinScript(1, true).forkInside());
        return seen;
    }

    private List<String> submitFromOutside() throws InterruptedException {
        // One after the other: of tasks that come at once, one may be left to a worker that is blocked by another.
        for (int threads = 1; threads <= pool.getParallelism(); threads++) {
            pool.execute(() -> Nesting.await(letGo));
            awaitFull(threads, 0);
        }
        for (int task = 1; task <= TASKS; task++) {
            pool.execute(task(task));
        }
        fillAndLetGo(TASKS);
        seen.add("ran " + order);
        return end();
    }

    private List<String> forkInside() throws InterruptedException {
        pool.execute(() -> {
            List<ForkJoinTask<?>> forked = new ArrayList<>();
            for (int task = 1; task <= TASKS; task++) {
                forked.add(ForkJoinTask.adapt(task(task)).fork());
            }
            Nesting.await(letGo);
            order.add(ForkJoinTask.getQueuedTaskCount() + " of its own, " + ForkJoinTask.getSurplusQueuedTaskCount()
                    + " too many");
            forked.forEach(ForkJoinTask::join);
        });
        fillAndLetGo(0);
        seen.add("ran " + order);
        return end();
    }

    private Runnable task(int number) {
        return () -> order.add(pool.getParallelism() == 1 ? number + " on " + surroundings() : surroundings());
    }

    /** Which of several it is that runs a task is nobody's to say. */
    private static String worker(Thread thread) {
        return thread.getName().replaceAll("worker-\\d+", "worker");
    }

    private static String surroundings() {
        Thread thread = Thread.currentThread();
        return worker(thread) + " of "
                + thread.getThreadGroup().getName() + ", daemon " + thread.isDaemon() + ", priority "
                + thread.getPriority() + ", loads by "
                + (thread.getContextClassLoader() == ClassLoader.getSystemClassLoader()
                        ? "the class path"
                        : thread.getContextClassLoader());
    }

    private void fillAndLetGo(long submitted) throws InterruptedException {
        awaitFull(pool.getParallelism(), submitted);
        show("full");
        String full = figures();
        await().during(FULL).atMost(FULL.multipliedBy(20)).until(() -> figures().equals(full));
        show("still full");
        letGo.countDown();
        await().until(pool::isQuiescent);
        show("empty");
    }

    private void awaitFull(int threads, long submitted) {
        await().until(() -> pool.getActiveThreadCount() == threads
                && pool.getRunningThreadCount() == 0
                && pool.getQueuedSubmissionCount() == submitted);
    }

    private List<String> end() throws InterruptedException {
        pool.execute(() -> {
            throw new IllegalStateException("own failure");
        });
        seen.add("uncaught " + uncaught.join());
        pool.shutdown();
        seen.add("ended " + pool.awaitTermination(1, TimeUnit.MINUTES));
        seen.add("over: " + figures().replaceAll("(?<=size )\\d+|(?<=size = )\\d+", ""));
        return seen;
    }

    private void show(String when) {
        seen.add(when + ": " + figures());
    }

    private String figures() {
        return "size " + pool.getPoolSize() + ", active " + pool.getActiveThreadCount() + ", running "
                + pool.getRunningThreadCount() + ", queued " + pool.getQueuedTaskCount() + ", submitted "
                + pool.getQueuedSubmissionCount() + ", waiting " + pool.hasQueuedSubmissions() + ", steals "
                + pool.getStealCount() + ", parallelism " + pool.getParallelism() + ", "
                + pool.toString().replaceAll("@\\p{XDigit}+", "");
    }
}
