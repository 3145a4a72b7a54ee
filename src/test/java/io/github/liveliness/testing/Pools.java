package io.github.liveliness.testing;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinWorkerThread;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Executors whose threads have telling names, and keep no JVM alive when a fixture leaves them stuck. */
public final class Pools {

    private Pools() {}

    public static ExecutorService fixed(String name, int threads) {
        return Executors.newFixedThreadPool(threads, threads(name));
    }

    /** With so many threads at once, and more when so many tasks are queued. */
    public static ExecutorService growing(String name, int threads, int maximum, int queued) {
        return new ThreadPoolExecutor(
                threads, maximum, 1, TimeUnit.HOURS, new ArrayBlockingQueue<>(queued), threads(name));
    }

    public static ExecutorService forkJoin(String name, int threads) {
        AtomicInteger last = new AtomicInteger();
        return new ForkJoinPool(
                threads,
                pool -> {
                    ForkJoinWorkerThread worker = ForkJoinPool.defaultForkJoinWorkerThreadFactory.newThread(pool);
                    worker.setName(name + "-" + last.incrementAndGet());
                    return worker;
                },
                null,
                false);
    }

    public static ThreadFactory threads(String name) {
        AtomicInteger last = new AtomicInteger();
        return work -> daemon(work, name + "-" + last.incrementAndGet());
    }

    public static Thread daemon(Runnable work, String name) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }
}
