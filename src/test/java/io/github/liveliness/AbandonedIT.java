package io.github.liveliness;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.liveliness.testing.FixtureProgram;
import io.github.liveliness.testing.ForkedJvm;
import io.github.liveliness.testing.Pools;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Exchanger;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Waits of tests that nobody is left to end, in JVMs in which nothing else has run before. */
class AbandonedIT {
    @TempDir
    private Path output;

    @Test
    void aWaitThatNobodyCanEndFailsTheTest() throws IOException {
        assertThat(failed(Abandoned.class)).hasSize(8);
        assertThat(reports())
                .hasSize(8)
                .allSatisfy(report -> assertThat(Files.readString(report))
                        .startsWith("ABANDONED WAIT (proven)")
                        .contains("nobody is left who could end that", "Proof by two dumps of the heap"));
    }

    @Test
    void aSetUpMethodIsPutToTheProofAsWell() throws IOException {
        assertThat(failed(InSetUp.class)).containsExactly("neverBegins");
        assertThat(reports())
                .singleElement()
                .satisfies(report -> assertThat(Files.readString(report)).contains("ABANDONED WAIT (proven)", "setUp"));
    }

    @Test
    void whoIsSignalledLateIsLeftInPeace() throws IOException {
        assertThat(failed(SignalledLate.class, "-Dliveliness.abandoned.after=200 ms"))
                .isEmpty();
        assertThat(reports()).isEmpty();
    }

    @Test
    void whoSaysNeverIsNotAsked() throws IOException {
        assertThat(failed(EndedByItself.class, "-Dliveliness.abandoned.after=never"))
                .isEmpty();
        assertThat(reports()).isEmpty();
    }

    @Test
    void aLatchThatOnlyAStuckPoolCouldOpenIsProven() throws IOException {
        assertThat(failed(Starved.class)).containsExactly("byLatches");
        assertThat(reports())
                .singleElement()
                .satisfies(report -> assertThat(Files.readString(report)).startsWith("STARVATION (proven)"));
    }

    private List<String> failed(Class<?> fixture, String... settings) {
        ForkedJvm.Outcome outcome = ForkedJvm.of(FixtureProgram.class)
                .jvmArguments("-Dliveliness.proof=heap", "-Dliveliness.output=" + output)
                .jvmArguments(settings)
                .run(fixture.getName());
        assertThat(outcome.exitCode()).as(outcome.err()).isZero();
        return outcome.lines();
    }

    private List<Path> reports() throws IOException {
        try (Stream<Path> files = Files.list(output)) {
            return files.toList();
        }
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
