package io.github.liveliness.explore.programs;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Programs that no schedule can stall. */
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

    public static void timedGet() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(2);
        pool.submit(() -> 1).get(30, TimeUnit.SECONDS);
        pool.shutdown();
    }

    /** Ticks three times and is cancelled. */
    public static void hourlyTask() throws Exception {
        ScheduledExecutorService pool = Executors.newScheduledThreadPool(1);
        CountDownLatch ticks = new CountDownLatch(3);
        pool.scheduleAtFixedRate(ticks::countDown, 1, 1, TimeUnit.HOURS);
        ticks.await();
        pool.shutdownNow();
    }
}
