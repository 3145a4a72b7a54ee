package io.github.liveliness;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.liveliness.model.Verdict;
import io.github.liveliness.testing.Launched;
import io.github.liveliness.testing.Pools;
import io.github.liveliness.testing.SignalStalls;
import io.github.liveliness.testing.Stalls;
import io.github.liveliness.testing.Workers;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.Test;

/** Work that stands still for longer than a stall is given, because of somebody who goes on; and the same without him. */
class SlowButHealthyTest {
    /** Longer than a likely stall is given; a longer one would only be more of the same. */
    private static final long LATE = 2_500;

    @Test
    void whoeverIsSlowFailsNoTest() {
        Launched tests = Launched.inParallel(8).run(Slow.class);

        assertThat(tests.failed()).isEmpty();
        assertThat(tests.passed()).hasSize(7);
    }

    @DetectStalls
    static class Slow {
        private final ExecutorService pool = Pools.fixed("orders", 2);

        @Test
        void aThreadOutsideCompletesTheFuture(StallWatch watch) throws Exception {
            CompletableFuture<Integer> future = new CompletableFuture<>();
            CompletableFuture.delayedExecutor(LATE, MILLISECONDS).execute(() -> future.complete(1));
            occupyAndQueue(pool, future::join);
            assertThat(watch.stalls()).isEmpty();
        }

        @Test
        void theFutureHasATimeout(StallWatch watch) throws Exception {
            CompletableFuture<Integer> future = new CompletableFuture<>();
            future.completeOnTimeout(1, LATE, MILLISECONDS);
            occupyAndQueue(pool, future::join);
            assertThat(watch.stalls()).isEmpty();
        }

        /** Shorter: somebody unknown may hold the semaphore, but the queued task surely does. */
        @Test
        void aQueuedTaskAndAThreadOutsideReleaseIt() throws Exception {
            Semaphore permits = new Semaphore(0);
            CompletableFuture.delayedExecutor(1_500, MILLISECONDS).execute(() -> permits.release(2));
            Workers.onEachThread(pool, 2, () -> {
                pool.execute(permits::release);
                permits.acquire();
                return permits;
            });
        }

        /** Shorter: nobody known overflows the queue, and so the stall is likely. */
        @Test
        void aThreadOutsideOverflowsTheQueueOfAGrowingPool() throws Exception {
            ExecutorService growing = Pools.growing("growing", 2, 3, 2);
            CompletableFuture.delayedExecutor(1_500, MILLISECONDS).execute(() -> growing.execute(() -> {}));
            Workers.onEachThread(growing, 2, () -> growing.submit(() -> 1).get());
        }

        @Test
        void theWorkersSleep(StallWatch watch) throws Exception {
            occupyAndQueue(pool, () -> Thread.sleep(LATE));
            assertThat(watch.stalls()).isEmpty();
        }

        @Test
        void theWorkersCompute(StallWatch watch) throws Exception {
            occupyAndQueue(pool, () -> compute(LATE));
            assertThat(watch.stalls()).isEmpty();
        }

        @Test
        void theWorkersConsumeForEver(StallWatch watch) throws Exception {
            BlockingQueue<Integer> never = new LinkedBlockingQueue<>();
            pool.submit(never::take);
            pool.submit(never::take);
            CountDownLatch elsewhere = new CountDownLatch(1);
            CompletableFuture.delayedExecutor(LATE, MILLISECONDS).execute(elsewhere::countDown);
            elsewhere.await();
            assertThat(watch.stalls()).isEmpty();
        }
    }

    @Test
    void theirTwinsStall() {
        Launched tests = Launched.inParallel(8).run(Stalled.class);

        assertThat(tests.passed()).isEmpty();
        assertThat(tests.stallOf("nobodyOutsideCompletesTheFuture").stall().verdict())
                .isEqualTo(Verdict.LIKELY);
        assertThat(tests.stallOf("nobodyOutsideReleasesIt").stall().verdict()).isEqualTo(Verdict.LIKELY);
        assertThat(tests.stallOf("theWorkersSleepTooLong").stall().verdict()).isEqualTo(Verdict.SUSPECTED);
        assertThat(tests.stallOf("theWorkersComputeTooLong").stall().verdict()).isEqualTo(Verdict.BUSY);
        assertThat(tests.stallOf("theWorkersConsumeForEverAndWorkIsDue").stall().verdict())
                .isEqualTo(Verdict.SUSPECTED);
    }

    @DetectStalls(after = "500 ms", busyAfter = "500 ms")
    static class Stalled {
        private final ExecutorService pool = Pools.fixed("orders", 2);

        @Test
        void nobodyOutsideCompletesTheFuture() throws Exception {
            Stalls.joinedFuture();
        }

        @Test
        void nobodyOutsideReleasesIt() throws Exception {
            SignalStalls.semaphore();
        }

        @Test
        void theWorkersSleepTooLong() throws Exception {
            occupyAndQueue(pool, () -> Thread.sleep(100_000));
        }

        @Test
        void theWorkersComputeTooLong() throws Exception {
            occupyAndQueue(pool, () -> compute(100_000));
        }

        @Test
        void theWorkersConsumeForEverAndWorkIsDue() throws Exception {
            BlockingQueue<Integer> never = new LinkedBlockingQueue<>();
            occupyAndQueue(pool, never::take);
        }
    }

    private interface Work {
        void run() throws Exception;
    }

    /** Fills both threads, and waits for a task behind them. */
    private static void occupyAndQueue(ExecutorService pool, Work work) throws Exception {
        for (int i = 0; i < 2; i++) {
            pool.submit(() -> {
                work.run();
                return 1;
            });
        }
        pool.submit(() -> 1).get();
        pool.shutdownNow();
    }

    private static void compute(long millis) {
        long end = System.nanoTime() + MILLISECONDS.toNanos(millis);
        while (System.nanoTime() < end && !Thread.currentThread().isInterrupted()) {
            Thread.onSpinWait();
        }
    }
}
