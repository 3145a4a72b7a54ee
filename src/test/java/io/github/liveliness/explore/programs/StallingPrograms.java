package io.github.liveliness.explore.programs;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Programs that stall under some schedules. */
public final class StallingPrograms {

    private StallingPrograms() {}

    /** Two workers for two tasks that each wait for one more. */
    public static void starvation() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(2);
        Callable<Integer> outer = () -> pool.submit(() -> 1).get();
        Future<Integer> first = pool.submit(outer);
        Future<Integer> second = pool.submit(outer);
        first.get();
        second.get();
        pool.shutdown();
    }

    public static void twoLocks() throws Exception {
        Object left = new Object();
        Object right = new Object();
        ExecutorService pool = Executors.newFixedThreadPool(2);
        Future<?> first = pool.submit(() -> enterBoth(left, right));
        Future<?> second = pool.submit(() -> enterBoth(right, left));
        first.get();
        second.get();
        pool.shutdown();
    }

    private static void enterBoth(Object outer, Object inner) {
        synchronized (outer) {
            synchronized (inner) {
                return;
            }
        }
    }
}
