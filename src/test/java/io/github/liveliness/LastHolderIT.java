package io.github.liveliness;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.liveliness.testing.Pools;
import io.github.liveliness.testing.ProvingJvm;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionHandler;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Abandoned waits whose reports name who held what is waited for, in a JVM in which nothing else has run before. */
class LastHolderIT {
    private static final Map<String, List<String>> EXPECTED = Map.ofEntries(
            entry(
                    "byAThread",
                    List.of(
                            "nobody is left who could end that: thread 'feeder', which could reach it, has died of"
                                    + " NumberFormatException: For input string: \"no number\"",
                            "Who could reach it, and has ended",
                            "  thread 'feeder' (a lambda in LastHolderIT.Held): died of java.lang.NumberFormatException:",
                            "      at io.github.liveliness.LastHolderIT$Held.fail(LastHolderIT.java:")),
            entry(
                    "byAThreadThatEndedInSetUp",
                    List.of("thread 'early', which could reach it, has died of NumberFormat")),
            entry(
                    "byAThreadInItsLock",
                    List.of("thread 'owner', which could reach it, has died of NumberFormatException")),
            entry("byAnExecutedTask", List.of("a task that could reach it has failed with NumberFormatException")),
            entry("byASubmittedTask", List.of("a task that could reach it has failed with NumberFormatException")),
            entry("byAForkJoinTask", List.of("a task that could reach it has failed with NumberFormatException")),
            entry(
                    "byAPeriodicTask",
                    List.of("a periodic task that could reach it has ended with NumberFormatException")),
            entry("byAStage", List.of("a stage that could reach it has completed with NumberFormatException")),
            entry(
                    "byAStageThatWasSkipped",
                    List.of("a stage that could reach it has completed with NumberFormatException")),
            entry(
                    "byADiscardedTask",
                    List.of(
                            "a task that could reach it was rejected by DiscardPolicy",
                            "): rejected in 'fixture runner' by java.util.concurrent.ThreadPoolExecutor$DiscardPolicy",
                            "      at io.github.liveliness.LastHolderIT$Held.byADiscardedTask(LastHolderIT.java:")));

    @TempDir
    private Path output;

    private ProvingJvm jvm;

    @BeforeEach
    void setUp() {
        jvm = new ProvingJvm(output);
    }

    @Test
    void whoHeldItLastIsNamed() {
        assertThat(jvm.failed(Held.class)).containsExactlyInAnyOrderElementsOf(EXPECTED.keySet());
        for (Map.Entry<String, List<String>> expected : EXPECTED.entrySet()) {
            assertThat(report(expected.getKey())).as(expected.getKey()).contains(expected.getValue());
        }
    }

    @Test
    void whoHeldSomethingElseIsNot() {
        jvm.failed(NotHeld.class);

        assertThat(report("byNobody"))
                .contains("nobody is left who could end that.\n")
                .doesNotContain("Who could reach it, and has ended");
    }

    private String report(String test) {
        List<String> reports = jvm.reports();
        return reports.stream()
                .filter(report -> report.contains('.' + test + "("))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no report of " + test + " among " + reports));
    }

    @DetectStalls
    static class Held {
        private final CountDownLatch early = new CountDownLatch(1);

        private static void fail() {
            Integer.parseInt("no number");
        }

        @BeforeEach
        void failEarly() throws InterruptedException {
            Thread thread = Pools.daemon(
                    () -> {
                        fail();
                        early.countDown();
                    },
                    "early");
            thread.start();
            thread.join();
        }

        @Test
        void byAThread() throws Exception {
            CountDownLatch signal = new CountDownLatch(1);
            Pools.daemon(
                            () -> {
                                fail();
                                signal.countDown();
                            },
                            "feeder")
                    .start();
            signal.await();
        }

        @Test
        void byAThreadThatEndedInSetUp() throws Exception {
            early.await();
        }

        @Test
        void byAThreadInItsLock() throws Exception {
            ReentrantLock lock = new ReentrantLock();
            Thread owner = Pools.daemon(
                    () -> {
                        assertThat(lock.tryLock()).isTrue();
                        fail();
                    },
                    "owner");
            owner.start();
            owner.join();
            lock.lockInterruptibly();
        }

        @Test
        void byAnExecutedTask() throws Exception {
            Semaphore permits = new Semaphore(0);
            Pools.fixed("orders", 1).execute(() -> {
                fail();
                permits.release();
            });
            permits.acquire();
        }

        @Test
        void byASubmittedTask() throws Exception {
            CountDownLatch signal = new CountDownLatch(1);
            Pools.fixed("orders", 1).submit(() -> {
                fail();
                signal.countDown();
            });
            signal.await();
        }

        @Test
        void byAForkJoinTask() throws Exception {
            CountDownLatch signal = new CountDownLatch(1);
            Pools.forkJoin("orders", 1).submit(() -> {
                fail();
                signal.countDown();
            });
            signal.await();
        }

        @Test
        void byAPeriodicTask() throws Exception {
            CountDownLatch signal = new CountDownLatch(3);
            new ScheduledThreadPoolExecutor(1, Pools.threads("timer"))
                    .scheduleAtFixedRate(
                            () -> {
                                signal.countDown();
                                if (signal.getCount() == 1) {
                                    fail();
                                }
                            },
                            0,
                            1,
                            TimeUnit.MILLISECONDS);
            signal.await();
        }

        @Test
        void byAStage() throws Exception {
            CountDownLatch signal = new CountDownLatch(1);
            CompletableFuture.runAsync(
                    () -> {
                        fail();
                        signal.countDown();
                    },
                    Pools.fixed("orders", 1));
            signal.await();
        }

        @Test
        void byAStageThatWasSkipped() throws Exception {
            CountDownLatch signal = new CountDownLatch(1);
            CompletableFuture.runAsync(Held::fail, Pools.fixed("orders", 1)).thenRun(signal::countDown);
            signal.await();
        }

        @Test
        void byADiscardedTask() throws Exception {
            CountDownLatch signal = new CountDownLatch(1);
            ThreadPoolExecutor pool = new Shy();
            Semaphore busy = new Semaphore(0);
            pool.execute(busy::acquireUninterruptibly);
            pool.execute(() -> {});
            pool.execute(signal::countDown);
            busy.release();
            signal.await();
        }
    }

    /** Who submits to it may not ask it anything, as no hook may. */
    private static final class Shy extends ThreadPoolExecutor {
        private final Thread submitter = Thread.currentThread();

        Shy() {
            super(
                    1,
                    1,
                    0,
                    TimeUnit.SECONDS,
                    new ArrayBlockingQueue<>(1),
                    Pools.threads("orders"),
                    new ThreadPoolExecutor.DiscardPolicy());
        }

        @Override
        public boolean isShutdown() {
            refuse();
            return super.isShutdown();
        }

        @Override
        public RejectedExecutionHandler getRejectedExecutionHandler() {
            refuse();
            return super.getRejectedExecutionHandler();
        }

        private void refuse() {
            if (Thread.currentThread() == submitter) {
                throw new IllegalStateException("asked by its submitter");
            }
        }
    }

    @DetectStalls
    static class NotHeld {
        @Test
        void byNobody() throws Exception {
            CountDownLatch other = new CountDownLatch(1);
            Thread thread = Pools.daemon(
                    () -> {
                        Held.fail();
                        other.countDown();
                    },
                    "feeder");
            thread.start();
            thread.join();
            new CountDownLatch(1).await();
        }
    }
}
