package io.github.liveliness.reach.programs;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Attacks: a task is stuck, but the JDK or its owner cancels it as soon as another one has answered. */
final class Hedging {

    private Hedging() {}

    static Map<String, Program> programs() {
        return new Programs()
                .add("invokeAny has a stuck task and a slow one", 2, Hedging::invokeAny)
                .add("a stuck call is hedged by a slow one", 2, Hedging::hedged)
                .map();
    }

    /** The latch is nobody's but the task's own, which is running. */
    private static Callable<Integer> stuck() {
        return () -> {
            new CountDownLatch(1).await();
            return 1;
        };
    }

    private static Callable<Integer> slow(Moment moment) {
        return () -> {
            moment.await();
            return 2;
        };
    }

    private static void invokeAny(Waiters waiters, Moment moment) {
        ExecutorService pool = Executors.newCachedThreadPool();
        Callable<Integer> stuck = () -> {
            waiters.enlist();
            return stuck().call();
        };
        waiters.start(() -> {
            pool.invokeAny(List.of(stuck, slow(moment)));
            pool.shutdown();
        });
    }

    private static void hedged(Waiters waiters, Moment moment) {
        ExecutorService pool = Executors.newSingleThreadExecutor(waiters);
        ExecutorService other = Executors.newSingleThreadExecutor();
        Future<Integer> first = pool.submit(stuck());
        waiters.start(pool.submit(() -> 1)::get);
        Body.aside(() -> {
            ExecutorCompletionService<Integer> second = new ExecutorCompletionService<>(other);
            second.submit(slow(moment));
            first.cancel(second.take().get() == 2);
            other.shutdown();
        });
    }
}
