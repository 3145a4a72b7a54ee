package io.github.liveliness.reach.programs;

import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/** Attacks: the workers of the common pool are stuck, and somebody helps who has no more than everybody has. */
final class CommonPoolDoors {
    private static final AtomicReference<Thread> HELPER = new AtomicReference<>(new Thread());

    private CommonPoolDoors() {}

    static Map<String, Program> programs() {
        return new Programs()
                .add(
                        "an outsider awaits quiescence of the common pool",
                        1,
                        (waiters, moment) -> starve(
                                () -> ForkJoinPool.commonPool().awaitQuiescence(1, TimeUnit.SECONDS), waiters, moment))
                .add(
                        "an outsider helps the common pool",
                        1,
                        (waiters, moment) -> starve(ForkJoinTask::helpQuiesce, waiters, moment))
                .map();
    }

    private static void starve(Body help, Waiters waiters, Moment moment) throws InterruptedException {
        awaitEarlierHelper();
        CountDownLatch latch = new CountDownLatch(1);
        int workers = ForkJoinPool.getCommonPoolParallelism();
        CountDownLatch running = new CountDownLatch(workers);
        for (int i = 0; i < workers; i++) {
            ForkJoinPool.commonPool().execute(Body.unchecked(() -> {
                running.countDown();
                latch.await();
            }));
        }
        running.await();
        waiters.start(latch::await);
        ForkJoinPool.commonPool().execute(latch::countDown);
        HELPER.set(Body.aside(() -> {
            moment.await();
            help.run();
        }));
    }

    /** It would help this program as well. */
    private static void awaitEarlierHelper() throws InterruptedException {
        HELPER.get().join();
    }
}
