package io.github.liveliness.pressure;

import io.github.liveliness.DetectStalls;
import io.github.liveliness.testing.LateSignals;
import io.github.liveliness.testing.Pools;
import io.github.liveliness.testing.SignalStalls;
import io.github.liveliness.testing.Stalls;
import io.github.liveliness.testing.Workers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/**
 * What a JVM under pressure runs: tests that last almost as long as a stall is given, and tests that stall.
 *
 * <p>Each says when its work is in progress, so that the pressure may begin, and when it is done.
 */
final class Pressed {
    static final String IN_PROGRESS = "in progress: ";
    static final String DONE = "done: ";

    /** Lower than any pause; what is likely is given 2 s anyway. */
    static final String[] LOW_THRESHOLDS = {"-Dliveliness.after=2 s", "-Dliveliness.abandoned.after=1 s"};

    private static final Duration STEP = Duration.ofMillis(50);

    /** Together shorter than what is allowed, and long enough for a pause to begin. */
    private static final int STEPS = 24;

    private static final AtomicInteger BEGUN = new AtomicInteger();

    private Pressed() {}

    static void inProgress(String what) {
        System.out.println(IN_PROGRESS + what);
        if (BEGUN.incrementAndGet() == Healthy.TESTS + Stalled.ENDINGS.size()) {
            allInProgress();
        }
    }

    /** A place for a breakpoint. */
    private static void allInProgress() {}

    /** Says so once it has lasted for long enough to be looked at, and goes on: much of it is left after a pause. */
    private static void work(String what) {
        work(STEPS / 2);
        inProgress(what);
        work(STEPS / 2);
    }

    private static void work(int steps) {
        for (int step = 0; step < steps; step++) {
            LateSignals.sleep(STEP);
        }
    }

    private static void workAndThen(String what, Runnable signal) {
        Pools.daemon(
                        () -> {
                            work(what);
                            signal.run();
                        },
                        "working")
                .start();
    }

    private static void done(String what) {
        System.out.println(DONE + what);
    }

    @DetectStalls
    static class Healthy {

        /** How many tests there are; all run at a time. */
        static final int TESTS = 5;

        @Test
        void aBacklogIsWorkedOff() throws Exception {
            ExecutorService pool = Pools.fixed("backlog", 2);
            List<Future<?>> tasks = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                tasks.add(pool.submit(() -> work(STEPS / 6)));
            }
            tasks.get(0).get();
            inProgress("a backlog");
            for (Future<?> task : tasks) {
                task.get();
            }
            done("a backlog");
        }

        /** Suspected if it lasted. */
        @Test
        void oneSlowTaskIsBeforeAnother() throws Exception {
            ExecutorService pool = Pools.fixed("slow", 1);
            pool.execute(() -> work("a slow task"));
            pool.submit(() -> 1).get();
            done("a slow task");
        }

        /** Likely if it lasted: the queued task would release the permit, and so may somebody unknown. */
        @Test
        void aThreadOutsideReleasesThePermits() throws Exception {
            ExecutorService pool = Pools.fixed("permits", 2);
            Semaphore permits = new Semaphore(0);
            workAndThen("permits", () -> permits.release(2));
            Workers.onEachThread(pool, 2, () -> {
                pool.execute(permits::release);
                permits.acquire();
                return permits;
            });
            done("permits");
        }

        /** Put to the proof by the heap. */
        @Test
        void aThreadOutsideCountsTheLatchDown() throws Exception {
            CountDownLatch signal = new CountDownLatch(1);
            workAndThen("a latch", signal::countDown);
            signal.await();
            done("a latch");
        }

        /** One thread short of a proof, again and again, so that pauses come at any moment of a look. */
        @Test
        void anIdleWorkerIsLeftEachTime() throws Exception {
            inProgress("nested tasks");
            for (int step = 0; step < STEPS; step++) {
                work(1);
                ExecutorService pool = Pools.fixed("nested", 2);
                for (int i = 0; i < 20; i++) {
                    Stalls.nestedGet(pool, 1);
                }
                pool.shutdown();
            }
            done("nested tasks");
        }
    }

    @DetectStalls
    static class Stalled {

        /** What becomes of its tests. */
        static final List<String> ENDINGS = List.of(
                "failed aSlowTaskNeverEnds SUSPECTED [slow]",
                "failed byFutures PROVEN [futures]",
                "failed bySignals LIKELY [signals]",
                "failed later PROVEN [later]");

        @Test
        void byFutures() throws Exception {
            inProgress("stalled futures");
            Stalls.nestedGet("futures");
        }

        @Test
        void later() throws Exception {
            ExecutorService pool = Pools.fixed("later", 2);
            inProgress("a stall to come");
            work(STEPS);
            Stalls.nestedGet(pool, 2);
        }

        @Test
        void bySignals() throws Exception {
            inProgress("stalled signals");
            List<Future<?>> futures = SignalStalls.startLatch(Pools.fixed("signals", 2), 2);
            futures.get(0).get();
        }

        @Test
        void aSlowTaskNeverEnds() throws Exception {
            ExecutorService pool = Pools.fixed("slow", 1);
            pool.execute(() -> LateSignals.sleep(Duration.ofMinutes(10)));
            inProgress("a task without end");
            pool.submit(() -> 1).get();
        }
    }
}
