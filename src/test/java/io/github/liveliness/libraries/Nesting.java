package io.github.liveliness.libraries;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/** Tasks that wait for a task of their own executor: on the only thread of one this stalls. */
final class Nesting {
    private Nesting() {}

    /** The outer task waits for a future that {@code submit} made, and the caller for the outer one. */
    static int submitAndGet(ExecutorService executor) throws Exception {
        return executor.submit(() -> executor.submit(() -> 1).get()).get();
    }

    /** The same on each of its threads at once. */
    static void submitAndGetOnAll(ExecutorService executor, int threads) throws Exception {
        Meeting meeting = new Meeting(threads);
        List<Future<Integer>> outer = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            outer.add(executor.submit(() -> {
                meeting.await();
                return executor.submit(() -> 1).get();
            }));
        }
        for (Future<Integer> each : outer) {
            each.get();
        }
    }

    static int supplyAndJoin(Executor executor) {
        return CompletableFuture.supplyAsync(
                        () -> CompletableFuture.supplyAsync(() -> 1, executor).join(), executor)
                .join();
    }

    /** A future that the inner task completes by hand. */
    static int completeAndJoin(Executor executor) {
        return CompletableFuture.supplyAsync(
                        () -> {
                            CompletableFuture<Integer> answer = new CompletableFuture<>();
                            executor.execute(() -> answer.complete(1));
                            return answer.join();
                        },
                        executor)
                .join();
    }

    static void executeAndAwait(Executor executor) {
        CountDownLatch outer = new CountDownLatch(1);
        executor.execute(() -> {
            awaitTaskOf(executor);
            outer.countDown();
        });
        await(outer);
    }

    /** To be called by a task of the executor. */
    static void awaitTaskOf(Executor executor) {
        CountDownLatch inner = new CountDownLatch(1);
        executor.execute(inner::countDown);
        await(inner);
    }

    static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
