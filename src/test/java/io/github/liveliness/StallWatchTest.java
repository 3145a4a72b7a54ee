package io.github.liveliness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.liveliness.model.Stall;
import io.github.liveliness.model.Stall.Kind;
import io.github.liveliness.testing.Launched;
import io.github.liveliness.testing.Pools;
import io.github.liveliness.testing.SignalStalls;
import io.github.liveliness.testing.Stalls;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StallWatchTest {
    private static final Duration LONG = Duration.ofSeconds(60);

    @Test
    void aTestMayExpectAStall() {
        Launched tests = Launched.run(Expecting.class);

        assertThat(tests.passed())
                .containsExactly("awaitsALikelyOne", "awaitsAProvenOne", "awaitsASuspectedOne", "leavesItBehind");
        assertThat(tests.failureOf("seesNone"))
                .isInstanceOf(AssertionError.class)
                .hasMessage("Expected a stall of kind STARVATION and saw none. No stalls were seen.");
        assertThat(tests.failureOf("awaitsInVain"))
                .isInstanceOf(AssertionError.class)
                .hasMessageStartingWith("Expected a stall of kind DEADLOCK within PT0.1S.");
        assertThat(tests.stallOf("expectsAnotherKind").stall().kind()).isEqualTo(Kind.STARVATION);
        assertThat(tests.stallOf("expectsAnotherKind").getSuppressed())
                .singleElement(InstanceOfAssertFactories.THROWABLE)
                .hasMessage(
                        "Expected a stall of kind DEADLOCK and saw none. Stalls seen:\n- proven STARVATION in 'orders'");
    }

    @DetectStalls(after = "500 ms")
    static class Expecting {
        private final ExecutorService pool = Pools.fixed("orders", 2);

        @Test
        void awaitsAProvenOne(StallWatch watch) throws Exception {
            watch.expectStall(Kind.STARVATION);
            Stalls.startNestedGet(pool, 2);

            Stall stall = watch.awaitStall(Kind.STARVATION, LONG);

            assertThat(stall.executors()).containsExactly("orders");
            assertThat(stall.test()).isEqualTo("StallWatchTest.Expecting.awaitsAProvenOne()");
            assertThat(watch.stalls()).extracting(Stall::kind).containsExactly(Kind.STARVATION);
            pool.shutdownNow();
        }

        @Test
        void awaitsALikelyOne(StallWatch watch) throws Exception {
            watch.expectStall(Kind.STARVATION);
            SignalStalls.startLatch(pool, 2);

            assertThat(watch.awaitStall(Kind.STARVATION, LONG).executors()).containsExactly("orders");
            pool.shutdownNow();
        }

        @Test
        void awaitsASuspectedOne(StallWatch watch) throws Exception {
            watch.expectStall(Kind.NO_PROGRESS);
            CountDownLatch somebodyElses = new CountDownLatch(1);
            pool.submit(() -> somebodyElses.await(1, TimeUnit.HOURS));
            pool.submit(() -> somebodyElses.await(1, TimeUnit.HOURS));
            pool.submit(() -> 1);

            assertThat(watch.awaitStall(Kind.NO_PROGRESS, LONG).executors()).containsExactly("orders");
            somebodyElses.countDown();
        }

        @Test
        void leavesItBehind(StallWatch watch) throws Exception {
            watch.expectStall(Kind.STARVATION);
            Stalls.startNestedGet(pool, 2);
            watch.awaitStall(Kind.STARVATION, LONG);
        }

        @Test
        void seesNone(StallWatch watch) {
            watch.expectStall(Kind.STARVATION);
        }

        @Test
        void awaitsInVain(StallWatch watch) throws Exception {
            watch.awaitStall(Kind.DEADLOCK, Duration.ofMillis(100));
        }

        @Test
        void expectsAnotherKind(StallWatch watch) throws Exception {
            watch.expectStall(Kind.DEADLOCK);
            Stalls.nestedGet(pool, 2);
        }
    }

    @Test
    void everyMethodMayAskForIt() {
        Launched tests = Launched.run(Everywhere.class);

        assertThat(tests.failedClasses()).isEmpty();
        assertThat(tests.passed()).containsExactly("test");
        assertThat(Everywhere.SAW)
                .containsExactly("beforeAll", "constructor", "beforeEach", "test", "afterEach", "afterAll");
    }

    @DetectStalls
    static class Everywhere {
        static final List<String> SAW = new ArrayList<>();

        Everywhere(StallWatch watch) {
            saw("constructor", watch);
        }

        @BeforeAll
        static void beforeAll(StallWatch watch) {
            saw("beforeAll", watch);
        }

        @BeforeEach
        void beforeEach(StallWatch watch) throws Exception {
            watch.expectStall(Kind.STARVATION);
            Stalls.startNestedGet(Pools.fixed("orders", 1), 1);
            saw("beforeEach", watch);
        }

        @Test
        void test(StallWatch watch) throws Exception {
            watch.awaitStall(Kind.STARVATION, LONG);
            saw("test", watch);
        }

        @AfterEach
        void afterEach(StallWatch watch) {
            assertThat(watch.stalls()).extracting(Stall::kind).containsExactly(Kind.STARVATION);
            saw("afterEach", watch);
        }

        @AfterAll
        static void afterAll(StallWatch watch) {
            saw("afterAll", watch);
        }

        private static void saw(String method, StallWatch watch) {
            assertThat(watch.stalls()).isNotNull();
            SAW.add(method);
        }
    }

    @Test
    void anExecutorCanBeHandedOver() {
        HandedOver.pool = Pools.fixed("orders", 2);
        Launched tests = Launched.run(HandedOver.class);

        assertThat(tests.passed()).containsExactly("isTheSame", "works");
        assertThat(tests.stallOf("stalls").stall().executors()).containsExactly("orders");
    }

    @DetectStalls
    static class HandedOver {
        private static ExecutorService pool;

        @Test
        void isTheSame(StallWatch watch) {
            assertThat(watch.watch(pool)).isSameAs(pool);
        }

        @Test
        void works(StallWatch watch) throws Exception {
            ExecutorService wrapped = watch.wrap(Pools.fixed("wrapped", 1));

            assertThat(wrapped.submit(() -> 1).get()).isEqualTo(1);
            assertThat(wrapped.isShutdown()).isFalse();
            wrapped.shutdown();
            assertThat(wrapped.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
            assertThat(wrapped.isTerminated()).isTrue();
            assertThatThrownBy(() -> wrapped.execute(() -> {})).isInstanceOf(RejectedExecutionException.class);
        }

        @Test
        void stalls(StallWatch watch) throws Exception {
            Stalls.nestedGet(watch.wrap(pool), 2);
        }
    }
}
