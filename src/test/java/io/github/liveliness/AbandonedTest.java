package io.github.liveliness;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.liveliness.testing.Launch;
import io.github.liveliness.testing.Launched;
import io.github.liveliness.testing.Pools;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Exchanger;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Waits of tests that nobody is left to end. */
class AbandonedTest {

    @Test
    void aWaitThatNobodyCanEndFailsTheTest() {
        Launched tests = byHeap().run(Abandoned.class);

        assertThat(tests.passed()).isEmpty();
        assertThat(tests.failed())
                .hasSize(8)
                .allSatisfy(name -> assertThat(tests.failureOf(name))
                        .isInstanceOfSatisfying(StallError.class, error -> {
                            assertThat(error.stall().kind()).isEqualTo(Stalls.ABANDONED);
                            assertThat(error.stall().verdict()).isEqualTo(Stalls.PROVEN);
                            assertThat(error)
                                    .hasMessageContaining("ABANDONED WAIT (proven)")
                                    .hasMessageContaining("nobody is left who could end that")
                                    .hasMessageContaining("Proof by two dumps of the heap");
                        }));
    }

    @Test
    void aSetUpMethodIsPutToTheProofAsWell() {
        assertThat(byHeap().run(InSetUp.class).failureOf("neverBegins"))
                .hasMessageContaining("ABANDONED WAIT (proven)")
                .hasMessageContaining("setUp");
    }

    @Test
    void whoIsSignalledLateIsLeftInPeace() {
        Launched tests = byHeap().with("liveliness.abandoned.after", "200 ms").run(SignalledLate.class);

        assertThat(tests.failed()).isEmpty();
        assertThat(tests.passed()).hasSize(6);
    }

    @Test
    void whoSaysNeverIsNotAsked() {
        Launched tests = byHeap().with("liveliness.abandoned.after", "never").run(EndedByItself.class);

        assertThat(tests.failed()).isEmpty();
    }

    @Test
    void aLatchThatOnlyAStuckPoolCouldOpenIsProven() {
        assertThat(byHeap().run(Starved.class).failureOf("byLatches"))
                .isInstanceOfSatisfying(StallError.class, error -> {
                    assertThat(error.stall().verdict()).isEqualTo(Stalls.PROVEN);
                    assertThat(error).hasMessageContaining("STARVATION (proven)");
                });
    }

    private static Launch byHeap() {
        return new Launch().with("liveliness.proof", "heap");
    }

    /** Short names for what every test asks. */
    private static final class Stalls {
        static final io.github.liveliness.model.Stall.Kind ABANDONED = io.github.liveliness.model.Stall.Kind.ABANDONED;
        static final io.github.liveliness.model.Verdict PROVEN = io.github.liveliness.model.Verdict.PROVEN;
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
        private static final long LATE = TimeUnit.MILLISECONDS.toNanos(1_500);

        private final CountDownLatch signal = new CountDownLatch(1);

        private void late(Runnable wake) {
            Pools.daemon(
                            () -> {
                                long end = System.nanoTime() + LATE;
                                while (System.nanoTime() < end) {
                                    LockSupport.parkNanos(end - System.nanoTime());
                                }
                                wake.run();
                            },
                            "late")
                    .start();
        }

        @Test
        void byAThread() throws Exception {
            late(signal::countDown);
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
            late(permits::release);
            waits.get();
        }

        @Test
        void byADelayedStage() {
            CompletableFuture.supplyAsync(
                            () -> 1, CompletableFuture.delayedExecutor(1_500, TimeUnit.MILLISECONDS, Runnable::run))
                    .join();
        }

        @Test
        void byATimeOut() {
            new CompletableFuture<>()
                    .completeOnTimeout(1, 1_500, TimeUnit.MILLISECONDS)
                    .join();
        }

        @Test
        void byAThreadThatIsJoined() throws Exception {
            Thread slow = Pools.daemon(() -> LockSupport.parkNanos(LATE), "slow");
            slow.start();
            slow.join();
        }

        @Test
        void byItsOwnMonitor() throws Exception {
            Object monitor = new Object();
            boolean[] done = {false};
            late(() -> {
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

    @DetectStalls
    static class EndedByItself {
        @Test
        void afterAWhile() throws Exception {
            CountDownLatch never = new CountDownLatch(1);
            Thread waiting = Thread.currentThread();
            Pools.daemon(
                            () -> {
                                LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(3));
                                waiting.interrupt();
                            },
                            "ends it")
                    .start();
            try {
                never.await();
            } catch (InterruptedException end) {
                assertThat(never.getCount()).isEqualTo(1);
            }
        }
    }

    @DetectStalls
    static class Starved {
        @Test
        void byLatches() throws Exception {
            ExecutorService pool = Pools.fixed("orders", 1);
            CountDownLatch signal = new CountDownLatch(1);
            Future<?> waits = pool.submit(() -> {
                signal.await();
                return 1;
            });
            pool.submit(signal::countDown);
            waits.get();
        }
    }
}
