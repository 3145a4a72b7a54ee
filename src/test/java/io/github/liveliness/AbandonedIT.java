package io.github.liveliness;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.liveliness.testing.LateSignals;
import io.github.liveliness.testing.Pools;
import io.github.liveliness.testing.ProofFixtures.InterruptedLate;
import io.github.liveliness.testing.ProofFixtures.Starved;
import io.github.liveliness.testing.ProvingJvm;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Exchanger;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Waits of tests that nobody is left to end, in JVMs in which nothing else has run before. */
class AbandonedIT {
    @TempDir
    private Path output;

    private ProvingJvm jvm;

    @BeforeEach
    void setUp() {
        jvm = new ProvingJvm(output);
    }

    @Test
    void aWaitThatNobodyCanEndFailsTheTest() {
        assertThat(jvm.failed(Abandoned.class)).hasSize(10);
        assertThat(jvm.reports())
                .hasSize(10)
                .allSatisfy(report -> assertThat(report)
                        .startsWith("ABANDONED WAIT (proven)")
                        .contains("nobody is left who could end that", "Proof by two dumps of the heap"));
    }

    @Test
    void aSetUpMethodIsPutToTheProofAsWell() {
        assertThat(jvm.failed(InSetUp.class)).containsExactly("neverBegins");
        assertThat(jvm.reports())
                .singleElement()
                .satisfies(report -> assertThat(report).contains("ABANDONED WAIT (proven)", "setUp"));
    }

    @Test
    void whoIsSignalledLateIsLeftInPeace() {
        assertThat(jvm.failed(SignalledLate.class, "-Dliveliness.abandoned.after=200 ms"))
                .isEmpty();
        assertThat(jvm.reports()).isEmpty();
    }

    @Test
    void whoSaysNeverIsNotAsked() {
        assertThat(jvm.failed(InterruptedLate.class, "-Dliveliness.abandoned.after=never"))
                .isEmpty();
        assertThat(jvm.reports()).isEmpty();
    }

    @Test
    void theCallOfAWorkerThatHasAPartInItIsNamed() {
        assertThat(jvm.failed(WaitedForByATask.class)).containsExactly("waits");
        assertThat(jvm.report())
                .startsWith("ABANDONED WAIT")
                .containsPattern("\n\nCalls that have not returned\n  CountDownLatch\\.await, for .*s, by orders-1\n");
    }

    @DetectStalls
    static class WaitedForByATask {
        @Test
        void waits() throws Exception {
            CountDownLatch lost = new CountDownLatch(1);
            Pools.fixed("orders", 1)
                    .submit(() -> {
                        lost.await();
                        return 1;
                    })
                    .get();
        }
    }

    @Test
    void aLatchThatOnlyAStuckPoolCouldOpenIsProven() {
        assertThat(jvm.failed(Starved.class)).containsExactly("byLatches");
        assertThat(jvm.reports())
                .singleElement()
                .satisfies(report -> assertThat(report).startsWith("STARVATION (proven)"));
    }

    @DetectStalls
    static class Abandoned {
        private final CountDownLatch inAField = new CountDownLatch(1);

        @Test
        void byALatchInALocalVariable() throws Exception {
            new CountDownLatch(1).await();
        }

        @Test
        void byALatchInAField() throws Exception {
            inAField.await();
        }

        @Test
        void byAFuture() throws Exception {
            new CompletableFuture<>().get();
        }

        @Test
        void byAQueue() throws Exception {
            new LinkedBlockingQueue<>().take();
        }

        @Test
        void byAnExchanger() throws Exception {
            new Exchanger<>().exchange(1);
        }

        @Test
        void byAThreadThatDied() throws Exception {
            CountDownLatch signal = new CountDownLatch(1);
            Pools.daemon(
                            () -> {
                                Integer.parseInt("not a number");
                                signal.countDown();
                            },
                            "dies")
                    .start();
            signal.await();
        }

        @Test
        void byAMonitor() throws Exception {
            Object monitor = new Object();
            synchronized (monitor) {
                while (!monitor.equals(this)) {
                    monitor.wait();
                }
            }
        }

        @Test
        void byATaskThatWaitsForALostSignal() throws Exception {
            ExecutorService pool = Pools.fixed("orders", 1);
            Future<?> stuck = pool.submit(() -> {
                new Semaphore(0).acquire();
                return 1;
            });
            stuck.get();
        }

        @Test
        void byAFutureThatIsJoined() {
            new CompletableFuture<>().join();
        }

        @Test
        void byAStageThatIsJoined() {
            new CompletableFuture<>().thenApply(any -> any).join();
        }
    }

    @DetectStalls
    static class InSetUp {
        @BeforeEach
        void setUp() throws Exception {
            new CountDownLatch(1).await();
        }

        @Test
        void neverBegins() {}
    }

    @DetectStalls
    static class SignalledLate {
        private static final Duration LATE = Duration.ofMillis(1_500);

        private final CountDownLatch signal = new CountDownLatch(1);

        @Test
        void byAThread() throws Exception {
            LateSignals.after(LATE, signal::countDown);
            signal.await();
        }

        @Test
        void byATask() throws Exception {
            ExecutorService pool = Pools.fixed("orders", 2);
            Semaphore permits = new Semaphore(0);
            Future<?> waits = pool.submit(() -> {
                permits.acquire();
                return 1;
            });
            LateSignals.after(LATE, permits::release);
            waits.get();
        }

        @Test
        void byADelayedStage() {
            CompletableFuture.supplyAsync(
                            () -> 1,
                            CompletableFuture.delayedExecutor(LATE.toMillis(), TimeUnit.MILLISECONDS, Runnable::run))
                    .join();
        }

        @Test
        void byATimeOut() {
            new CompletableFuture<>()
                    .completeOnTimeout(1, LATE.toMillis(), TimeUnit.MILLISECONDS)
                    .join();
        }

        @Test
        void byAThreadThatIsJoined() throws Exception {
            Thread slow = Pools.daemon(() -> LateSignals.sleep(LATE), "slow");
            slow.start();
            slow.join();
        }

        @Test
        void byItsOwnMonitor() throws Exception {
            Object monitor = new Object();
            boolean[] done = {false};
            LateSignals.after(LATE, () -> {
                synchronized (monitor) {
                    done[0] = true;
                    monitor.notifyAll();
                }
            });
            synchronized (monitor) {
                while (!done[0]) {
                    monitor.wait();
                }
            }
        }
    }
}
