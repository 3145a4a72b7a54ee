package io.github.liveliness.reach.programs;

import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/** Attacks: a pool whose busy workers are all stuck gets, has or wakes another one. */
final class GrowingPools {

    private GrowingPools() {}

    static Map<String, Program> programs() {
        return new Programs()
                .add("a later task overflows the queue, and a worker is added", 2, GrowingPools::overflow)
                .add("a later task adds a worker up to the core size", 2, GrowingPools::belowCore)
                .add("a core worker is started by hand", 2, GrowingPools::prestart)
                .add("a slow factory still makes the second worker", 2, GrowingPools::slowFactory)
                .add("a foreign factory has the second worker wait before it works", 2, GrowingPools::foreignFactory)
                .add("an idle worker waits at a queue that holds tasks back", 2, GrowingPools::heldBack)
                .add("an idle worker waits at a proxy of a queue", 2, GrowingPools::proxiedQueue)
                .map();
    }

    private static ThreadPoolExecutor pool(int core, int maximum, BlockingQueue<Runnable> queue) {
        return new ThreadPoolExecutor(core, maximum, 1, TimeUnit.HOURS, queue, GrowingPools::daemon);
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task);
        thread.setDaemon(true);
        return thread;
    }

    private static void starve(ExecutorService pool, Waiters waiters) {
        starve(pool, () -> pool.submit(() -> 1), waiters);
    }

    private static void starve(ExecutorService pool, Callable<Future<Integer>> enqueue, Waiters waiters) {
        Future<Integer> outer = pool.submit(() -> {
            waiters.enlist();
            return enqueue.call().get();
        });
        waiters.start(outer::get);
    }

    private static void overflow(Waiters waiters, Moment moment) {
        ThreadPoolExecutor pool = pool(1, 2, new ArrayBlockingQueue<>(1));
        starve(pool, waiters);
        Body.aside(() -> {
            moment.await();
            pool.execute(() -> {});
        });
    }

    private static void belowCore(Waiters waiters, Moment moment) {
        ThreadPoolExecutor pool = starvedBelowCore(waiters);
        Body.aside(() -> {
            moment.await();
            pool.execute(() -> {});
        });
    }

    private static void prestart(Waiters waiters, Moment moment) {
        ThreadPoolExecutor pool = starvedBelowCore(waiters);
        Body.aside(() -> {
            moment.await();
            pool.prestartCoreThread();
        });
    }

    private static ThreadPoolExecutor starvedBelowCore(Waiters waiters) {
        ThreadPoolExecutor pool = pool(2, 2, new LinkedBlockingQueue<>());
        starve(
                pool,
                () -> {
                    FutureTask<Integer> task = new FutureTask<>(() -> 1);
                    pool.getQueue().add(task);
                    return task;
                },
                waiters);
        return pool;
    }

    private static void slowFactory(Waiters waiters, Moment moment) throws InterruptedException {
        ThreadPoolExecutor pool = pool(1, 2, new ArrayBlockingQueue<>(1));
        starve(pool, waiters);
        awaitQueued(pool);
        CountDownLatch making = new CountDownLatch(1);
        pool.setThreadFactory(task -> {
            making.countDown();
            Body.unchecked(moment::await).run();
            return daemon(task);
        });
        Body.aside(() -> pool.execute(() -> {}));
        making.await();
    }

    private static void foreignFactory(Waiters waiters, Moment moment) throws InterruptedException {
        ThreadPoolExecutor pool = pool(1, 2, new ArrayBlockingQueue<>(1));
        starve(pool, waiters);
        awaitQueued(pool);
        pool.setThreadFactory(task -> daemon(Body.unchecked(() -> {
            moment.await();
            task.run();
        })));
        pool.execute(() -> {});
    }

    private static void awaitQueued(ThreadPoolExecutor pool) throws InterruptedException {
        while (pool.getQueue().isEmpty()) {
            Thread.sleep(1);
        }
    }

    private static void heldBack(Waiters waiters, Moment moment) {
        wakeIdleWorker(new HoldingQueue(), waiters, moment);
    }

    @SuppressWarnings("unchecked")
    private static void proxiedQueue(Waiters waiters, Moment moment) {
        HoldingQueue queue = new HoldingQueue();
        wakeIdleWorker(
                (BlockingQueue<Runnable>) Proxy.newProxyInstance(
                        GrowingPools.class.getClassLoader(),
                        new Class<?>[] {BlockingQueue.class},
                        (proxy, method, arguments) -> method.invoke(queue, arguments)),
                waiters,
                moment);
    }

    private static void wakeIdleWorker(BlockingQueue<Runnable> queue, Waiters waiters, Moment moment) {
        ThreadPoolExecutor pool = pool(2, 2, queue);
        pool.prestartAllCoreThreads();
        starve(pool, waiters);
        pool.execute(() -> {});
        Body.aside(() -> {
            moment.await();
            pool.execute(() -> {});
        });
    }

    /** Passes a task on only when the next one comes. */
    private static final class HoldingQueue extends LinkedBlockingQueue<Runnable> {
        private static final long serialVersionUID = 1;

        private final transient AtomicReference<Runnable> held = new AtomicReference<>(() -> {});

        @Override
        public boolean offer(Runnable task) {
            return super.offer(held.getAndSet(task));
        }
    }
}
