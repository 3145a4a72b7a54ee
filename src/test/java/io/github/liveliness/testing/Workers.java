package io.github.liveliness.testing;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/** Occupies the threads of executors, all at once, so that what comes next is queued behind them. */
public final class Workers {

    private Workers() {}

    /** Runs this task on so many threads, and waits for all of them. */
    public static void onEachThread(ExecutorService pool, int threads, Callable<?> task) throws Exception {
        awaitAll(start(pool, threads, task));
    }

    static List<Future<?>> start(ExecutorService pool, int threads, Callable<?> task) {
        return start(pool, Collections.nCopies(threads, task));
    }

    /** Runs these tasks on as many threads, none before all have a thread; returns at once. */
    public static List<Future<?>> start(ExecutorService pool, List<? extends Callable<?>> tasks) {
        CyclicBarrier together = new CyclicBarrier(tasks.size());
        List<Future<?>> futures = new ArrayList<>();
        for (Callable<?> task : tasks) {
            futures.add(pool.submit(() -> {
                together.await();
                return task.call();
            }));
        }
        return futures;
    }

    static void awaitAll(List<? extends Future<?>> futures) throws Exception {
        for (Future<?> future : futures) {
            future.get();
        }
    }
}
