package io.github.liveliness.reach.programs;

import java.util.List;
import java.util.Map;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.SubmissionPublisher;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

/** Healthy: an executor or a timer will run what wakes the thread. */
final class LateExecutors {
    private static final ThreadFactory DAEMONS = task -> {
        Thread thread = new Thread(task);
        thread.setDaemon(true);
        return thread;
    };

    private LateExecutors() {}

    static Map<String, Program> programs() {
        return new Programs()
                .add("the worker of another pool is busy", 1, LateExecutors::otherWorker)
                .add("a task is queued behind one that sleeps", 1, LateExecutors::queuedTask)
                .add("only one of two workers is stuck", 2, LateExecutors::halfStuck)
                .add("a fork join task is queued behind one that sleeps", 1, LateExecutors::queuedFork)
                .add("a task in the common pool sleeps", 1, LateExecutors::commonPool)
                .add("a periodic task releases at last", 1, LateExecutors::periodicTask)
                .add("a timer counts down at last", 1, LateExecutors::timer)
                .add("a delayed executor arms itself again", 1, LateExecutors::delayedExecutor)
                .add("a future completes on its time-out", 1, LateExecutors::completeOnTimeout)
                .add("a future fails on its time-out", 1, LateExecutors::orTimeout)
                .add("the first of a chain of futures is late", 1, LateExecutors::chain)
                .add("a publisher has a late item", 1, LateExecutors::publisher)
                .map();
    }

    private static ExecutorService pool(int threads) {
        return Executors.newFixedThreadPool(threads, DAEMONS);
    }

    private static void otherWorker(Waiters waiters, Moment moment) {
        CountDownLatch latch = new CountDownLatch(1);
        waiters.start(latch::await);
        pool(1).execute(Body.unchecked(() -> {
            moment.await();
            latch.countDown();
        }));
    }

    private static void queuedTask(Waiters waiters, Moment moment) {
        ExecutorService pool = pool(1);
        pool.execute(Body.unchecked(moment::await));
        waiters.start(pool.submit(() -> 1)::get);
    }

    private static void halfStuck(Waiters waiters, Moment moment) {
        ExecutorService pool = pool(2);
        pool.execute(Body.unchecked(moment::await));
        Future<Integer> answer = pool.submit(() -> {
            waiters.enlist();
            return pool.submit(() -> 1).get();
        });
        waiters.start(answer::get);
    }

    private static void queuedFork(Waiters waiters, Moment moment) throws InterruptedException {
        ForkJoinPool pool = new ForkJoinPool(1);
        CountDownLatch running = new CountDownLatch(1);
        CountDownLatch done = new CountDownLatch(1);
        pool.execute(Body.unchecked(() -> {
            running.countDown();
            moment.await();
        }));
        running.await();
        pool.execute(done::countDown);
        waiters.start(done::await);
    }

    private static void commonPool(Waiters waiters, Moment moment) throws InterruptedException {
        CountDownLatch running = new CountDownLatch(1);
        CompletableFuture<Void> late = CompletableFuture.runAsync(Body.unchecked(() -> {
            running.countDown();
            moment.await();
        }));
        running.await();
        waiters.start(late::join);
    }

    private static void periodicTask(Waiters waiters, Moment moment) {
        Semaphore permits = new Semaphore(0);
        waiters.start(permits::acquire);
        Executors.newScheduledThreadPool(1, DAEMONS)
                .scheduleAtFixedRate(
                        () -> {
                            if (moment.hasCome()) {
                                permits.release();
                            }
                        },
                        5,
                        5,
                        TimeUnit.MILLISECONDS);
    }

    private static void timer(Waiters waiters, Moment moment) {
        CountDownLatch latch = new CountDownLatch(1);
        waiters.start(latch::await);
        TimerTask look = new TimerTask() {
            @Override
            public void run() {
                if (moment.hasCome()) {
                    latch.countDown();
                    cancel();
                }
            }
        };
        new Timer(true).schedule(look, 5, 5);
    }

    private static void delayedExecutor(Waiters waiters, Moment moment) {
        CountDownLatch latch = new CountDownLatch(1);
        waiters.start(latch::await);
        lookLater(moment, latch);
    }

    private static void lookLater(Moment moment, CountDownLatch latch) {
        CompletableFuture.delayedExecutor(5, TimeUnit.MILLISECONDS).execute(() -> {
            if (moment.hasCome()) {
                latch.countDown();
            } else {
                lookLater(moment, latch);
            }
        });
    }

    private static void completeOnTimeout(Waiters waiters, Moment moment) {
        waiters.start(new CompletableFuture<Integer>().completeOnTimeout(1, 2, TimeUnit.SECONDS)::join);
    }

    private static void orTimeout(Waiters waiters, Moment moment) {
        CompletableFuture<Integer> late = new CompletableFuture<Integer>().orTimeout(2, TimeUnit.SECONDS);
        waiters.start(() -> {
            try {
                late.join();
            } catch (CompletionException expected) {
                Thread.currentThread().setName(expected.toString());
            }
        });
    }

    private static void chain(Waiters waiters, Moment moment) {
        CompletableFuture<Integer> first = new CompletableFuture<>();
        CompletableFuture<Integer> last = first.thenCompose(CompletableFuture::completedFuture)
                .thenCombine(CompletableFuture.completedFuture(1), Integer::sum);
        waiters.start(CompletableFuture.allOf(last)::join);
        Body.aside(() -> {
            moment.await();
            first.complete(1);
        });
    }

    private static void publisher(Waiters waiters, Moment moment) {
        CountDownLatch latch = new CountDownLatch(1);
        SubmissionPublisher<String> publisher = new SubmissionPublisher<>();
        publisher.consume(item -> latch.countDown());
        waiters.start(latch::await);
        Body.aside(() -> {
            moment.await();
            List.of("late", "later").forEach(publisher::submit);
        });
    }
}
