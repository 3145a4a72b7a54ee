package io.github.liveliness.blocking.probes;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** Waits for results, and for executors. */
final class FutureProbes {
    private static final TimeUnit SECONDS = TimeUnit.SECONDS;

    private FutureProbes() {}

    static List<Probe> all() {
        ProbeGroup group = new ProbeGroup(ParkProbes.GROUP);
        futures(group);
        executors(group);
        forkJoin(group);
        return group.probes();
    }

    private static void futures(ProbeGroup group) {
        group.blocks("FutureTask.get", here -> task(here).get())
                .blocks("FutureTask.get(long, TimeUnit)", here -> task(here).get(5, SECONDS))
                .blocks("CompletableFuture.get", here -> future(here).get())
                .blocks(
                        "CompletableFuture.get(long, TimeUnit)",
                        here -> future(here).get(5, SECONDS))
                .blocks("CompletableFuture.join", here -> future(here).join())
                .blocks(
                        "CompletableFuture.join (of allOf)",
                        here -> CompletableFuture.allOf(future(here), future(here))
                                .join())
                .blocks(
                        "CompletableFuture.get (of thenApply)",
                        here -> future(here).thenApply(String::length).get());
    }

    private static FutureTask<String> task(Surroundings here) {
        FutureTask<String> task = new FutureTask<>(() -> "");
        here.whenWaiting(task::run);
        return task;
    }

    private static CompletableFuture<String> future(Surroundings here) {
        CompletableFuture<String> future = new CompletableFuture<>();
        here.whenWaiting(() -> future.complete(""));
        return future;
    }

    private static void executors(ProbeGroup group) {
        List<Callable<String>> work = List.of(() -> "");
        group.blocks("ExecutorService.invokeAll", here -> new LateExecutor(here).invokeAll(work))
                .blocks(
                        "ExecutorService.invokeAll(Collection, long, TimeUnit)",
                        here -> new LateExecutor(here).invokeAll(work, 5, SECONDS))
                .blocks("ExecutorService.invokeAny", here -> new LateExecutor(here).invokeAny(work))
                .blocks("ExecutorCompletionService.take", here -> {
                    ExecutorCompletionService<String> service = new ExecutorCompletionService<>(new LateExecutor(here));
                    service.submit(() -> "");
                    service.take();
                })
                .blocks("ExecutorCompletionService.poll(long, TimeUnit)", here -> {
                    ExecutorCompletionService<String> service = new ExecutorCompletionService<>(new LateExecutor(here));
                    service.submit(() -> "");
                    service.poll(5, SECONDS);
                })
                .blocks("ExecutorService.awaitTermination", BusyPool::of, (busy, here) -> {
                    busy.pool.shutdown();
                    here.whenWaiting(busy.leave::countDown);
                    busy.pool.awaitTermination(5, SECONDS);
                })
                .blocks(19, "ExecutorService.close", BusyPool::of, (busy, here) -> {
                    here.whenWaiting(busy.leave::countDown);
                    LaterApi.close(busy.pool);
                });
    }

    private static void forkJoin(ProbeGroup group) {
        group.blocks("ForkJoinTask.get", here -> forkJoinTask(here).get())
                .blocks(
                        "ForkJoinTask.get(long, TimeUnit)",
                        here -> forkJoinTask(here).get(5, SECONDS))
                .blocks("ForkJoinTask.join", here -> forkJoinTask(here).join())
                .blocks("ForkJoinPool.invoke", Surroundings::forkJoinPool, (pool, here) -> {
                    AtomicBoolean leave = new AtomicBoolean();
                    here.whenWaiting(() -> leave.set(true));
                    pool.invoke(ForkJoinTask.adapt(() -> spinUntil(leave)));
                });
    }

    private static ForkJoinTask<String> forkJoinTask(Surroundings here) {
        ForkJoinTask<String> task = ForkJoinTask.adapt(() -> "");
        here.whenWaiting(() -> task.complete(""));
        return task;
    }

    /** Keeps a thread of a bounded executor busy, and blocks nothing. */
    private static void spinUntil(AtomicBoolean flag) {
        while (!flag.get()) {
            Thread.onSpinWait();
        }
    }

    /** It cannot end before its task may. */
    private record BusyPool(ExecutorService pool, CountDownLatch leave) {
        static BusyPool of(Surroundings here) {
            BusyPool busy = new BusyPool(here.unboundedPool(), new CountDownLatch(1));
            here.keep(busy.leave::countDown);
            busy.pool.submit(() -> {
                busy.leave.await();
                return "";
            });
            return busy;
        }
    }
}
