package io.github.liveliness.pressure;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import io.github.liveliness.DetectStalls;
import io.github.liveliness.model.Verdict;
import io.github.liveliness.testing.LateSignals;
import io.github.liveliness.testing.Launched;
import io.github.liveliness.testing.Pools;
import io.github.liveliness.testing.SignalStalls;
import io.github.liveliness.testing.Stalls;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Pools that grow and shrink, tasks that are cancelled, signals that come in the last moment; and the same without. */
class ChangingPoolsTest {
    /** Just before a likely stall fails a test. */
    private static final Duration LAST_MOMENT = Duration.ofMillis(1_600);

    private static final int TESTS = 5;

    @InThisJvm
    void whatDissolvesByItselfFailsNoTest() {
        Launched tests = Launched.inParallel(TESTS).run(Healthy.class);

        assertThat(tests.failed()).as("false failures").isEmpty();
        assertThat(tests.passed()).hasSize(TESTS);
    }

    @DetectStalls
    static class Healthy {
        private final ThreadPoolExecutor pool = pool(2);

        @Test
        void aThreadIsAddedInTheLastMoment() throws Exception {
            List<Future<?>> futures = SignalStalls.startLatch(pool, 2);
            LateSignals.after(LAST_MOMENT, () -> resize(pool, 3));
            futures.get(0).get();
            futures.get(1).get();
        }

        @Test
        void aWaitingTaskIsCancelledInTheLastMoment() {
            List<Future<?>> futures = SignalStalls.startLatch(pool, 2);
            LateSignals.after(LAST_MOMENT, () -> futures.forEach(future -> future.cancel(true)));
            assertThatExceptionOfType(CancellationException.class)
                    .isThrownBy(() -> futures.get(0).get());
        }

        @Test
        void aLatchIsCountedDownInTheLastMoment() throws Exception {
            CountDownLatch latch = new CountDownLatch(1);
            LateSignals.after(LAST_MOMENT, latch::countDown);
            waitBeforeItsOwnQueue(latch);
        }

        @Test
        void aPoolShrinksAndGrowsAgain() throws Exception {
            for (int round = 0; round < 20; round++) {
                resize(pool, 1);
                assertThat(pool.submit(() -> LateSignals.sleep(Duration.ofMillis(20)))
                                .get())
                        .isNull();
                resize(pool, 2);
                Stalls.nestedGet(pool, 1);
            }
        }

        @Test
        void idleThreadsEndAndOthersBegin() throws Exception {
            pool.setKeepAliveTime(1, MILLISECONDS);
            pool.allowCoreThreadTimeOut(true);
            for (int round = 0; round < 10; round++) {
                Stalls.nestedGet(pool, 1);
                await().pollInterval(Duration.ofMillis(1)).until(() -> pool.getPoolSize() == 0);
            }
        }

        private void waitBeforeItsOwnQueue(CountDownLatch latch) throws Exception {
            resize(pool, 1);
            pool.submit(() -> {
                        pool.execute(latch::countDown);
                        latch.await();
                        return 1;
                    })
                    .get();
        }
    }

    @InThisJvm
    void whatNothingDissolvesIsStillFound() {
        Launched tests = Launched.inParallel(TESTS).run(Stalled.class);

        assertThat(tests.passed()).as("missed stalls").isEmpty();
        assertThat(tests.failed()).hasSize(4).allSatisfy(name -> {
            assertThat(tests.stallOf(name).stall().executors()).as(name).containsExactly("orders");
            assertThat(tests.stallOf(name).stall().verdict()).as(name).isEqualTo(verdict(name));
        });
    }

    private static Verdict verdict(String name) {
        return name.endsWith("Latch") ? Verdict.LIKELY : Verdict.PROVEN;
    }

    @DetectStalls
    static class Stalled {
        private final ThreadPoolExecutor pool = pool(2);

        /** Fifty runs would else leave a hundred pools stuck, and each is looked at for as long as it is. */
        @AfterEach
        void end() {
            pool.shutdownNow();
        }

        @Test
        void theThreadWasAddedTooEarlyForTheLatch() throws Exception {
            resize(pool, 3);
            SignalStalls.startLatch(pool, 3).get(0).get();
        }

        @Test
        void anotherTaskWasCancelledAndNotTheOneWithTheLatch() throws Exception {
            List<Future<?>> futures = SignalStalls.startLatch(pool, 2);
            assertThat(pool.submit(() -> 1).cancel(true)).isTrue();
            futures.get(0).get();
        }

        @Test
        void thePoolHasShrunk() throws Exception {
            Stalls.nestedGet(pool, 1);
            resize(pool, 1);
            await().until(() -> pool.getPoolSize() == 1);
            Stalls.nestedGet(pool, 1);
        }

        @Test
        void itsThreadsEndedAndTooFewBegan() throws Exception {
            pool.setKeepAliveTime(1, MILLISECONDS);
            pool.allowCoreThreadTimeOut(true);
            Stalls.nestedGet(pool, 1);
            await().pollInterval(Duration.ofMillis(1)).until(() -> pool.getPoolSize() == 0);
            Stalls.nestedGet(pool, 2);
        }
    }

    private static ThreadPoolExecutor pool(int threads) {
        return new ThreadPoolExecutor(
                threads, threads, 1, MILLISECONDS, new LinkedBlockingQueue<>(), Pools.threads("orders"));
    }

    /** In an order that never makes the one greater than the other. */
    private static void resize(ThreadPoolExecutor pool, int threads) {
        if (threads < pool.getCorePoolSize()) {
            pool.setCorePoolSize(threads);
            pool.setMaximumPoolSize(threads);
        } else {
            pool.setMaximumPoolSize(threads);
            pool.setCorePoolSize(threads);
        }
    }
}
