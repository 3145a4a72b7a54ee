package io.github.liveliness.reach.programs;

import java.util.Map;
import java.util.Spliterator;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionHandler;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Attacks: all workers of a pool are stuck, and somebody else gets at its queue. */
final class PoolDoors {

    private PoolDoors() {}

    static Map<String, Program> programs() {
        return new Programs()
                .add("a second pool shares the queue", 2, PoolDoors::sharedQueue)
                .add("a user's thread polls the queue", 2, PoolDoors::polledQueue)
                .add("a spliterator over the queue is all that is held", 2, PoolDoors::splitQueue)
                .add("a task is removed, which makes room in the queue", 1, PoolDoors::removedTask)
                .add("the oldest task is discarded, which makes room in the queue", 1, PoolDoors::discardedTask)
                .add("a rejection handler runs the oldest task", 2, PoolDoors::rejectionRunsOldest)
                .add("a pool keeps its queue in a field of its own", 2, PoolDoors::ownField)
                .map();
    }

    private static ThreadPoolExecutor pool(BlockingQueue<Runnable> queue, Waiters waiters) {
        return new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, queue, waiters);
    }

    /** Its only worker waits for a task that is queued behind. */
    private static void starve(ExecutorService pool, Waiters waiters) {
        waiters.start(pool.submit(() -> pool.submit(() -> 1).get())::get);
    }

    private static void sharedQueue(Waiters waiters, Moment moment) {
        BlockingQueue<Runnable> queue = new LinkedBlockingQueue<>();
        ExecutorService second = new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, queue);
        second.execute(Body.unchecked(moment::await));
        starve(pool(queue, waiters), waiters);
    }

    private static void polledQueue(Waiters waiters, Moment moment) {
        BlockingQueue<Runnable> queue = new LinkedBlockingQueue<>();
        starve(pool(queue, waiters), waiters);
        Body.aside(() -> {
            moment.await();
            queue.take().run();
        });
    }

    private static void splitQueue(Waiters waiters, Moment moment) {
        BlockingQueue<Runnable> queue = new LinkedBlockingQueue<>();
        Spliterator<Runnable> tasks = queue.spliterator();
        starve(pool(queue, waiters), waiters);
        Body.aside(() -> {
            moment.await();
            tasks.forEachRemaining(Runnable::run);
        });
    }

    private static void removedTask(Waiters waiters, Moment moment) {
        Runnable removable = () -> {};
        ThreadPoolExecutor pool = full(removable, waiters);
        Body.aside(() -> {
            moment.await();
            pool.remove(removable);
        });
    }

    private static void discardedTask(Waiters waiters, Moment moment) {
        ThreadPoolExecutor pool = full(() -> {}, waiters);
        pool.setRejectedExecutionHandler(new ThreadPoolExecutor.DiscardOldestPolicy());
        Body.aside(() -> {
            moment.await();
            pool.execute(() -> {});
        });
    }

    /** Its only worker waits for room in its own queue. */
    private static ThreadPoolExecutor full(Runnable queued, Waiters waiters) {
        CountDownLatch filled = new CountDownLatch(1);
        ThreadPoolExecutor pool = pool(new ArrayBlockingQueue<>(1, true), waiters);
        pool.execute(Body.unchecked(() -> {
            filled.await();
            pool.getQueue().put(() -> {});
        }));
        pool.execute(queued);
        filled.countDown();
        return pool;
    }

    private static void rejectionRunsOldest(Waiters waiters, Moment moment) {
        RejectedExecutionHandler runOldest =
                (task, executor) -> executor.getQueue().remove().run();
        ThreadPoolExecutor pool =
                new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(1), waiters, runOldest);
        starve(pool, waiters);
        Body.aside(() -> {
            moment.await();
            pool.execute(() -> {});
        });
    }

    private static void ownField(Waiters waiters, Moment moment) {
        OpenPool pool = new OpenPool(new LinkedBlockingQueue<>(), waiters);
        starve(pool, waiters);
        Body.aside(() -> {
            moment.await();
            pool.helpOut();
        });
    }

    private static final class OpenPool extends ThreadPoolExecutor {
        private final BlockingQueue<Runnable> workQueue;

        OpenPool(BlockingQueue<Runnable> queue, Waiters waiters) {
            super(1, 1, 0, TimeUnit.SECONDS, queue, waiters);
            workQueue = queue;
        }

        void helpOut() {
            workQueue.remove().run();
        }
    }
}
