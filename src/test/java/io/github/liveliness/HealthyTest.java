package io.github.liveliness;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.liveliness.testing.Launched;
import io.github.liveliness.testing.Pools;
import io.github.liveliness.testing.Stalls;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionHandler;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor.AbortPolicy;
import java.util.concurrent.ThreadPoolExecutor.CallerRunsPolicy;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** Executors that are one thread, one slot or one time-out away from a stall; each beside the twin that has not got it. */
class HealthyTest {

    @Test
    void executorsThatGoOnFailNoTest() {
        Launched tests = Launched.run(Healthy.class);

        assertThat(tests.failures()).isEmpty();
        assertThat(tests.passed()).hasSize(5 * 20);
    }

    @DetectStalls
    static class Healthy {
        private final Bodies bodies = new Bodies();

        @RepeatedTest(20)
        void anIdleWorkerRunsTheInnerTask() throws Exception {
            bodies.waitForAnInnerTask(2);
        }

        @RepeatedTest(20)
        void thePoolGrows() throws Exception {
            bodies.waitForTheSecondOfTwo(2, 1, new AbortPolicy());
        }

        @RepeatedTest(20)
        void theCallerRunsTheInnerTask() throws Exception {
            bodies.waitForTheSecondOfTwo(1, 1, new CallerRunsPolicy());
        }

        @RepeatedTest(20)
        void theWaitEndsByItself() throws Exception {
            bodies.waitForAtMost(100);
        }

        @RepeatedTest(20)
        void theWaitingWorkerRunsTheInnerTask() throws Exception {
            bodies.waitFor(Pools.forkJoin("orders", 1));
        }

        @AfterEach
        void nothingWasEvenSuspected(StallWatch watch) {
            assertThat(watch.stalls()).isEmpty();
        }
    }

    @Test
    void theirTwinsStall() {
        Launched tests = Launched.run(Stalled.class);

        assertThat(tests.passed()).isEmpty();
        assertThat(tests.failed())
                .hasSize(5)
                .allSatisfy(name ->
                        assertThat(tests.stallOf(name).stall().executors()).containsExactly("orders"));
    }

    @DetectStalls
    static class Stalled {
        private final Bodies bodies = new Bodies();

        @Test
        void noIdleWorkerRunsTheInnerTask() throws Exception {
            bodies.waitForAnInnerTask(1);
        }

        @Test
        void thePoolDoesNotGrow() throws Exception {
            bodies.waitForTheSecondOfTwo(1, 2, new AbortPolicy());
        }

        @Test
        void theCallerNeedNotRunTheInnerTask() throws Exception {
            bodies.waitForTheSecondOfTwo(1, 2, new CallerRunsPolicy());
        }

        @Test
        void theWaitEndsLate() throws Exception {
            bodies.waitForAtMost(1_000_000);
        }

        @Test
        void theWaitingWorkerRunsNothingElse() throws Exception {
            bodies.waitFor(Pools.fixed("orders", 1));
        }
    }

    static final class Bodies {
        void waitForAnInnerTask(int threads) throws Exception {
            Stalls.nestedGet(Pools.fixed("orders", threads), 1);
        }

        void waitForTheSecondOfTwo(int maximum, int capacity, RejectedExecutionHandler rejection) throws Exception {
            ExecutorService pool = new ThreadPoolExecutor(
                    1,
                    maximum,
                    1,
                    TimeUnit.SECONDS,
                    new ArrayBlockingQueue<>(capacity),
                    Pools.threads("orders"),
                    rejection);
            pool.submit(() -> {
                        pool.submit(() -> 1);
                        return pool.submit(() -> 2).get();
                    })
                    .get();
            pool.shutdown();
        }

        void waitForAtMost(long millis) throws Exception {
            ExecutorService pool = Pools.fixed("orders", 1);
            Future<Integer> outer = pool.submit(() -> {
                try {
                    return pool.submit(() -> 1).get(millis, TimeUnit.MILLISECONDS);
                } catch (TimeoutException late) {
                    return 2;
                }
            });
            assertThat(outer.get()).isEqualTo(2);
        }

        void waitFor(ExecutorService pool) throws Exception {
            Stalls.nestedGet(pool, 1);
        }
    }

    @Test
    void manyShortTestsInARowCostNobodyAFailure() {
        Launched tests = Launched.run(Brief.class);

        assertThat(tests.failed()).isEmpty();
        assertThat(tests.passed()).hasSize(40);
    }

    @DetectStalls(after = "1 ms", busyAfter = "1 ms")
    static class Brief {
        @RepeatedTest(40)
        void isShort() throws Exception {
            ExecutorService pool = Pools.fixed("orders", 2);
            Stalls.nestedGet(pool, 1);
            pool.shutdown();
        }
    }
}
