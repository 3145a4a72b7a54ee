package io.github.liveliness.libraries;

import static org.awaitility.Awaitility.await;

import io.github.liveliness.testing.Pools;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor.CallerRunsPolicy;
import java.util.concurrent.TimeUnit;

/** Fills executors, leaves them full for a while, lets them go, and writes down all that a user can see of it. */
final class BehaviourScript {
    private static final int TASKS = 6;
    private static final Duration FULL = Duration.ofMillis(700);

    private final ThreadPoolExecutor pool;
    private final Thread caller = Thread.currentThread();
    private final CountDownLatch letGo = new CountDownLatch(1);
    private final List<String> order = Collections.synchronizedList(new ArrayList<>());
    private final List<String> seen = new ArrayList<>();

    private BehaviourScript(ThreadPoolExecutor pool) {
        this.pool = pool;
    }

    static List<String> run() throws InterruptedException {
        List<String> seen = new ArrayList<>();
        seen.addAll(new BehaviourScript(pool("fixed", 2, 2, new LinkedBlockingQueue<>())).play());
        seen.addAll(new BehaviourScript(pool("bounded", 1, 2, new ArrayBlockingQueue<>(2))).play());
        seen.addAll(new BehaviourScript(pool("growing", 5, 5, new LinkedBlockingQueue<>())).play());
        seen.addAll(new BehaviourScript(pool("sorted", 1, 1, new PriorityBlockingQueue<>())).play());
        ThreadPoolExecutor generous = pool("generous", 1, 1, new ArrayBlockingQueue<>(3));
        generous.setRejectedExecutionHandler(new CallerRunsPolicy());
        seen.addAll(new BehaviourScript(generous).play());
        ThreadPoolExecutor mortal = pool("mortal", 1, 1, new LinkedBlockingQueue<>());
        mortal.setKeepAliveTime(50, TimeUnit.MILLISECONDS);
        mortal.allowCoreThreadTimeOut(true);
        seen.addAll(new BehaviourScript(mortal).play());
        seen.addAll(new BehaviourScript(new ScheduledThreadPoolExecutor(1, Pools.threads("timer"))).play());
        return seen;
    }

    private static ThreadPoolExecutor pool(String name, int core, int maximum, BlockingQueue<Runnable> queue) {
        return new ThreadPoolExecutor(core, maximum, 1, TimeUnit.MINUTES, queue, Pools.threads(name));
    }

    private List<String> play() throws InterruptedException {
        for (int number = TASKS; number > 0; number--) {
            submit(new Task(number));
        }
        await().until(() -> pool.getActiveCount() == pool.getPoolSize());
        show("full");
        String full = figures();
        await().during(FULL).atMost(FULL.multipliedBy(20)).until(() -> figures().equals(full));
        show("still full");
        letGo.countDown();
        await().until(this::isEmpty);
        show("empty");
        pool.shutdown();
        seen.add("ended " + pool.awaitTermination(1, TimeUnit.MINUTES));
        show("over");
        seen.add("ran " + (pool.getMaximumPoolSize() == 1 || isTimer() ? order : new TreeSet<>(order).size()));
        return seen;
    }

    private boolean isEmpty() {
        boolean idle = pool.getActiveCount() == 0 && pool.getQueue().isEmpty();
        return idle && (pool.getPoolSize() == 0 || !pool.allowsCoreThreadTimeOut());
    }

    private boolean isTimer() {
        return pool instanceof ScheduledThreadPoolExecutor;
    }

    private void submit(Task task) {
        try {
            pool.execute(task);
        } catch (RejectedExecutionException rejected) {
            seen.add("rejected " + task.number);
        }
    }

    private void show(String when) {
        seen.add(when + ": " + figures());
    }

    private String figures() {
        return "threads " + pool.getPoolSize() + " of at most " + pool.getLargestPoolSize() + ", active "
                + pool.getActiveCount() + ", queued " + pool.getQueue().size() + ", completed "
                + pool.getCompletedTaskCount();
    }

    private final class Task implements Runnable, Comparable<Task> {
        private final int number;

        Task(int number) {
            this.number = number;
        }

        @Override
        public void run() {
            boolean onCaller = Thread.currentThread() == caller;
            if (!onCaller) {
                Nesting.await(letGo);
            }
            order.add(number + " on "
                    + (onCaller ? "the caller" : Thread.currentThread().getName()));
        }

        @Override
        public int compareTo(Task other) {
            return Integer.compare(number, other.number);
        }
    }
}
