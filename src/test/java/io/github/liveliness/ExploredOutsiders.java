package io.github.liveliness;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.liveliness.testing.LateSignals;
import io.github.liveliness.testing.Launched;
import io.github.liveliness.testing.Pools;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Explored tests that wait for a thread which they did not start: it would come, and so nothing of them stalls. */
class ExploredOutsiders {

    @Test
    void whoMayBeHelpedFromOutsideIsNotCalledStalled() {
        Launched tests = Launched.run(Helped.class);

        // The helper may come in the midst of a run, and be told as one who wakes; or before it, which needs no help.
        assertThat(tests.failed())
                .isNotEmpty()
                .filteredOn(test -> !test.equals("failsForWhatItDid"))
                .allSatisfy(test -> assertThat(tests.failureOf(test))
                        .isNotInstanceOf(StallError.class)
                        .hasMessageContainingAll("cannot be explored, for it is not controlled: ", "helper"));
    }

    @Test
    void whoeverMayHaveHadAHandInAFailureIsNamed() {
        assertThat(Launched.run(Helped.class).failureOf("failsForWhatItDid"))
                .isInstanceOf(ScheduleError.class)
                .hasRootCauseMessage("notified")
                .hasMessageContaining("fails under a schedule")
                .hasMessageContaining(
                        "The thread 'helper', which this test did not start and nobody controls, may have had a"
                                + " hand in it. Run this test alone to see whether it fails without that thread.");
    }

    static class Helped {
        private static final Duration PAUSE = Duration.ofMillis(20);
        private static final Object MONITOR = new Object();
        private static final BlockingQueue<String> QUEUE = new LinkedBlockingQueue<>();
        private static final AtomicReference<CompletableFuture<String>> FUTURE =
                new AtomicReference<>(new CompletableFuture<>());

        private static volatile CountDownLatch latch = new CountDownLatch(1);
        private static volatile boolean notified;
        private static volatile boolean over;

        @BeforeAll
        static void startTheHelper() {
            over = false;
            Pools.daemon(Helped::help, "helper").start();
        }

        @AfterAll
        static void endTheHelper() {
            over = true;
        }

        private static void help() {
            while (!over) {
                LateSignals.sleep(PAUSE);
                latch.countDown();
                FUTURE.get().complete("helped");
                QUEUE.offer("helped");
                synchronized (MONITOR) {
                    notified = true;
                    MONITOR.notifyAll();
                }
            }
        }

        @Test
        @Explore(schedules = 5)
        void failsForWhatItDid() {
            notified = false;
            while (!notified) {
                // No point: nobody that is controlled could go on instead.
            }
            throw new AssertionError("notified");
        }

        @Test
        @Explore(schedules = 5)
        void byALatch() throws Exception {
            latch = new CountDownLatch(1);
            latch.await();
        }

        @Test
        @Explore(schedules = 5)
        void byAFuture() throws Exception {
            CompletableFuture<String> future = new CompletableFuture<>();
            FUTURE.set(future);
            assertThat(future.get()).isNotEmpty();
        }

        @Test
        @Explore(schedules = 5)
        void byAQueue() throws Exception {
            QUEUE.clear();
            assertThat(QUEUE.take()).isNotEmpty();
        }

        @Test
        @Explore(schedules = 5)
        void byAMonitor() throws Exception {
            notified = false;
            synchronized (MONITOR) {
                while (!notified) {
                    MONITOR.wait();
                }
            }
        }

        @Test
        @Explore(schedules = 5)
        void inTheTasksOfAPool() throws Exception {
            latch = new CountDownLatch(1);
            ExecutorService pool = Pools.fixed("orders", 2);
            Future<?> first = pool.submit(Helped::awaitTheLatch);
            Future<?> second = pool.submit(Helped::awaitTheLatch);
            first.get();
            second.get();
            pool.shutdown();
        }

        private static Object awaitTheLatch() throws InterruptedException {
            latch.await();
            return latch;
        }
    }
}
