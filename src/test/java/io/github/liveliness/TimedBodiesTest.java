package io.github.liveliness;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.liveliness.model.Verdict;
import io.github.liveliness.testing.Launched;
import io.github.liveliness.testing.Pools;
import io.github.liveliness.testing.Stalls;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeoutException;
import org.awaitility.core.ConditionTimeoutException;
import org.junit.jupiter.api.Test;

/** A test that waits with a time-out may mean to run into it. */
class TimedBodiesTest {

    @Test
    void aShortTimeoutIsTheTestsOwnAndCarriesTheReport() {
        Launched tests = Launched.run(ShortTimeouts.class);

        assertThat(tests.failureOf("runsIntoIt"))
                .isInstanceOf(TimeoutException.class)
                .satisfies(failure -> assertExplained(failure, "orders"));
        assertThat(tests.failureOf("polls"))
                .isInstanceOf(ConditionTimeoutException.class)
                .satisfies(failure -> assertExplained(failure, "orders"));
        assertThat(tests.passed()).containsExactly("expectsIt", "isTimedInside");
    }

    private static void assertExplained(Throwable failure, String executor) {
        assertThat(failure.getSuppressed())
                .hasSize(1)
                .allSatisfy(suppressed -> assertThat(suppressed)
                        .isInstanceOfSatisfying(
                                StallError.class,
                                error -> assertThat(error.stall().executors()).containsExactly(executor)));
    }

    @DetectStalls
    static class ShortTimeouts {
        private final ExecutorService pool = Pools.fixed("orders", 1);

        @Test
        void runsIntoIt() throws Exception {
            Stalls.startNestedGet(pool, 1).get(0).get(2500, MILLISECONDS);
        }

        @Test
        void polls() throws Exception {
            Future<?> stuck = Stalls.startNestedGet(pool, 1).get(0);
            await().pollInterval(10, MILLISECONDS).atMost(2500, MILLISECONDS).until(stuck::isDone);
        }

        @Test
        void expectsIt() throws Exception {
            Future<?> stuck = Stalls.startNestedGet(pool, 1).get(0);
            try {
                stuck.get(2500, MILLISECONDS);
                throw new AssertionError("nothing ends a stall that is not waited for");
            } catch (TimeoutException asExpected) {
                pool.shutdownNow();
            }
        }

        @Test
        void isTimedInside() throws Exception {
            Future<Object> inner = pool.submit(() -> {
                try {
                    return pool.submit(() -> 1).get(2500, MILLISECONDS);
                } catch (TimeoutException late) {
                    return "late";
                }
            });
            assertThat(inner.get()).isEqualTo("late");
        }
    }

    @Test
    void aTimeoutFarAwayIsNotWaitedFor() {
        Launched tests = Launched.run(LongTimeouts.class);

        for (String name : List.of("isTimed", "isTimedInside")) {
            StallError error = tests.stallOf(name);
            assertThat(error.stall().verdict()).as(name).isEqualTo(Verdict.LIKELY);
            assertThat(error.stall().sentence())
                    .as(name)
                    .contains("only by its time-out, in ")
                    .doesNotContain("never", "ever finish");
            assertThat(error.stall().executors()).containsExactly("orders");
        }
    }

    @DetectStalls
    static class LongTimeouts {
        private final ExecutorService pool = Pools.fixed("orders", 1);

        @Test
        void isTimed() throws Exception {
            Stalls.startNestedGet(pool, 1).get(0).get(100, SECONDS);
        }

        @Test
        void isTimedInside() throws Exception {
            pool.submit(() -> pool.submit(() -> 1).get(100, SECONDS)).get();
        }
    }
}
