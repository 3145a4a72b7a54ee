package io.github.liveliness;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.liveliness.model.Verdict;
import io.github.liveliness.testing.KeepingPools;
import io.github.liveliness.testing.Launched;
import io.github.liveliness.testing.Pools;
import io.github.liveliness.testing.Stalls;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** Whoever has a task may run it by hand, so that waiting for it behind its own pool may end well. */
class HandRunTest {
    private static final Duration LATE = Duration.ofMillis(3_500);

    @Test
    void aTaskThatIsRunByHandBeforeLongFailsNoTest() {
        assertThat(Launched.run(RunsIt.class).passed()).containsExactly("runsTheQueuedTask");
    }

    /** By hand only when a proof, and a likely stall too, would have failed the test. */
    @DetectStalls
    static class RunsIt {
        @Test
        void runsTheQueuedTask(StallWatch watch) throws Exception {
            ExecutorService pool = Pools.fixed("orders", 1);
            FutureTask<Integer> queued = new FutureTask<>(() -> 1);
            Future<Integer> waiting = startWaitingFor(queued, pool);
            Pools.daemon(
                            () -> {
                                LockSupport.parkNanos(LATE.toNanos());
                                queued.run();
                            },
                            "by hand")
                    .start();

            assertThat(waiting.get()).isEqualTo(1);
            assertThat(watch.stalls()).isEmpty();
            pool.shutdownNow();
        }
    }

    @Test
    void aTaskThatNobodyRunsIsALikelyStall() {
        Launched tests = Launched.inParallel(10).run(NobodyRunsIt.class);

        assertThat(tests.stallOf("waitsForItsOwnTask").stall().verdict()).isEqualTo(Verdict.LIKELY);
        assertThat(tests.stallOf("waitsOnAPoolThatMakesItsTasks").stall().verdict())
                .isEqualTo(Verdict.LIKELY);
        assertThat(tests.stallOf("waitsOnAPoolThatSeesItsTasks").stall().verdict())
                .isEqualTo(Verdict.LIKELY);
        assertThat(tests.stallOf("waitsOnAPoolThatSubmitsByItself").stall().verdict())
                .isEqualTo(Verdict.LIKELY);
    }

    @DetectStalls
    static class NobodyRunsIt {
        @Test
        void waitsForItsOwnTask() throws Exception {
            startWaitingFor(new FutureTask<>(() -> 1), Pools.fixed("own", 1)).get();
        }

        @Test
        void waitsOnAPoolThatMakesItsTasks() throws Exception {
            Stalls.nestedGet(KeepingPools.MAKES_TASKS.make("making"), 1);
        }

        @Test
        void waitsOnAPoolThatSeesItsTasks() throws Exception {
            Stalls.nestedGet(KeepingPools.EXECUTES.make("seeing"), 1);
        }

        @Test
        void waitsOnAPoolThatSubmitsByItself() throws Exception {
            Stalls.nestedGet(KeepingPools.SUBMITS.make("submitting"), 1);
        }
    }

    private static Future<Integer> startWaitingFor(FutureTask<Integer> made, ExecutorService pool)
            throws InterruptedException {
        CountDownLatch queued = new CountDownLatch(1);
        Future<Integer> waiting = pool.submit(() -> {
            pool.execute(made);
            queued.countDown();
            return made.get();
        });
        queued.await();
        return waiting;
    }
}
