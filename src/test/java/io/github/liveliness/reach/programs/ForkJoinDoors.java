package io.github.liveliness.reach.programs;

import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.ForkJoinWorkerThread;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Attacks: the workers of a fork join pool are stuck, and somebody from outside helps. */
final class ForkJoinDoors {

    private ForkJoinDoors() {}

    static Map<String, Program> programs() {
        return new Programs()
                .add("an outsider awaits quiescence and helps", 2, ForkJoinDoors::awaitQuiescence)
                .add("a subclass hands out its submissions", 2, ForkJoinDoors::pollSubmission)
                .since(21, "a factory refuses a second worker at first", 2, ForkJoinDoors::refusingFactory)
                .add("a slow factory still makes the second fork join worker", 2, ForkJoinDoors::slowFactory)
                .map();
    }

    /** Its workers, of which there is one, wait for what is queued. */
    private static void starve(ForkJoinPool pool, Waiters waiters) throws InterruptedException {
        CountDownLatch latch = new CountDownLatch(1);
        CountDownLatch running = new CountDownLatch(1);
        pool.execute(Body.unchecked(() -> {
            waiters.enlist();
            running.countDown();
            latch.await();
        }));
        running.await();
        waiters.start(latch::await);
        pool.execute(latch::countDown);
    }

    private static void awaitQuiescence(Waiters waiters, Moment moment) throws InterruptedException {
        ForkJoinPool pool = new ForkJoinPool(1);
        starve(pool, waiters);
        Body.aside(() -> {
            moment.await();
            pool.awaitQuiescence(1, TimeUnit.SECONDS);
        });
    }

    private static void pollSubmission(Waiters waiters, Moment moment) throws InterruptedException {
        OpenPool pool = new OpenPool();
        starve(pool, waiters);
        Body.aside(() -> {
            moment.await();
            pool.next().invoke();
        });
    }

    private static void refusingFactory(Waiters waiters, Moment moment) throws InterruptedException {
        AtomicInteger made = new AtomicInteger();
        ForkJoinPool pool = new ForkJoinPool(
                2, owner -> made.getAndIncrement() == 0 || moment.hasCome() ? worker(owner) : null, null, true);
        starve(pool, waiters);
        Body.aside(() -> {
            moment.await();
            pool.execute(() -> {});
        });
    }

    private static void slowFactory(Waiters waiters, Moment moment) throws InterruptedException {
        AtomicInteger made = new AtomicInteger();
        CountDownLatch making = new CountDownLatch(1);
        ForkJoinPool pool = new ForkJoinPool(
                2,
                owner -> {
                    if (made.getAndIncrement() > 0) {
                        making.countDown();
                        Body.unchecked(moment::await).run();
                    }
                    return worker(owner);
                },
                null,
                true);
        CountDownLatch latch = new CountDownLatch(1);
        CountDownLatch running = new CountDownLatch(1);
        pool.execute(Body.unchecked(() -> {
            waiters.enlist();
            running.countDown();
            latch.await();
        }));
        running.await();
        Handover<Runnable> task = new Handover<>(latch::countDown);
        Body.aside(() -> pool.execute(task.take()));
        making.await();
        waiters.start(latch::await);
    }

    private static ForkJoinWorkerThread worker(ForkJoinPool pool) {
        return ForkJoinPool.defaultForkJoinWorkerThreadFactory.newThread(pool);
    }

    private static final class OpenPool extends ForkJoinPool {
        OpenPool() {
            super(1);
        }

        ForkJoinTask<?> next() {
            return pollSubmission();
        }
    }
}
