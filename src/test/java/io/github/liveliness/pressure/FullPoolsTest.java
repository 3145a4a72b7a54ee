package io.github.liveliness.pressure;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.liveliness.DetectStalls;
import io.github.liveliness.model.Verdict;
import io.github.liveliness.testing.LateSignals;
import io.github.liveliness.testing.Launched;
import io.github.liveliness.testing.Pools;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.RejectedExecutionHandler;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor.AbortPolicy;
import java.util.concurrent.ThreadPoolExecutor.CallerRunsPolicy;
import java.util.concurrent.ThreadPoolExecutor.DiscardOldestPolicy;
import java.util.concurrent.ThreadPoolExecutor.DiscardPolicy;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** A full queue, or one with an order of its own. The task before it takes its time, or in the twin waits for the queue. */
class FullPoolsTest {
    private static final int TESTS = 6;

    @InThisJvm
    void noFullQueueFailsAHealthyTest() {
        Launched tests = Launched.inParallel(TESTS).run(Healthy.class);

        assertThat(tests.failed()).as("false failures").isEmpty();
        assertThat(tests.passed()).hasSize(TESTS);
    }

    @DetectStalls(after = "2 s")
    static class Healthy extends Bodies {
        @Override
        void waitBefore(Future<?> queued) {
            LateSignals.sleep(Duration.ofMillis(700));
        }
    }

    @InThisJvm
    void whoWaitsForTheQueueBehindItIsStillFound() {
        Launched tests = Launched.inParallel(TESTS).run(Stalled.class);

        assertThat(tests.passed()).as("missed stalls").isEmpty();
        assertThat(tests.failed()).hasSize(TESTS).allSatisfy(name -> {
            assertThat(tests.stallOf(name).stall().executors()).as(name).containsExactly("orders");
            assertThat(tests.stallOf(name).stall().verdict()).as(name).isEqualTo(Verdict.PROVEN);
        });
    }

    @DetectStalls(after = "2 s")
    static class Stalled extends Bodies {
        @Override
        void waitBefore(Future<?> queued) throws Exception {
            queued.get();
        }
    }

    abstract static class Bodies {
        private final CompletableFuture<Future<?>> queued = new CompletableFuture<>();

        abstract void waitBefore(Future<?> queued) throws Exception;

        @Test
        void aQueueThatRejects() throws Exception {
            ThreadPoolExecutor pool = pool(new ArrayBlockingQueue<>(1), new AbortPolicy());
            Future<?> first = occupy(pool);
            queued.complete(pool.submit(() -> 1));
            assertThatExceptionOfType(RejectedExecutionException.class).isThrownBy(() -> pool.submit(() -> 2));
            first.get();
        }

        @Test
        void aQueueWhoseCallerRunsTheRest() throws Exception {
            occupyAndSubmitTwice(
                    pool(new ArrayBlockingQueue<>(1), new CallerRunsPolicy()),
                    second -> assertThat(second).isDone());
        }

        @Test
        void aQueueThatDiscards() throws Exception {
            occupyAndSubmitTwice(
                    pool(new ArrayBlockingQueue<>(1), new DiscardPolicy()),
                    second -> assertThat(second).isNotDone());
        }

        @Test
        void aQueueThatDiscardsTheOldest() throws Exception {
            ThreadPoolExecutor pool = pool(new ArrayBlockingQueue<>(1), new DiscardOldestPolicy());
            Future<?> first = occupy(pool);
            assertThat(pool.submit(() -> 1)).isNotDone();
            queued.complete(pool.submit(() -> 2));
            first.get();
        }

        @Test
        void aQueueWithAnOrder() throws Exception {
            occupyAndSubmitTwice(
                    pool(
                            new PriorityBlockingQueue<>(
                                    11, (one, other) -> Integer.compare(one.hashCode(), other.hashCode())),
                            new AbortPolicy()),
                    second -> assertThat(second).isNotDone());
        }

        @Test
        void aShutdownBeforeTheQueueIsEmpty() throws Exception {
            ThreadPoolExecutor pool = pool(new ArrayBlockingQueue<>(1), new AbortPolicy());
            assertThat(occupy(pool)).isNotDone();
            queued.complete(pool.submit(() -> 1));
            pool.shutdown();
            assertThat(pool.awaitTermination(100, SECONDS)).isTrue();
        }

        private void occupyAndSubmitTwice(ThreadPoolExecutor pool, Consumer<Future<?>> secondIs) throws Exception {
            Future<?> first = occupy(pool);
            Future<?> behind = pool.submit(() -> 1);
            secondIs.accept(pool.submit(() -> 2));
            queued.complete(behind);
            first.get();
        }

        private Future<?> occupy(ThreadPoolExecutor pool) {
            return pool.submit(() -> {
                waitBefore(queued.get());
                return 1;
            });
        }

        private static ThreadPoolExecutor pool(BlockingQueue<Runnable> queue, RejectedExecutionHandler handler) {
            return new ThreadPoolExecutor(1, 1, 0, SECONDS, queue, Pools.threads("orders"), handler);
        }
    }
}
