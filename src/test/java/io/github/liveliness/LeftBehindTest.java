package io.github.liveliness;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.liveliness.model.Stall;
import io.github.liveliness.model.Verdict;
import io.github.liveliness.testing.Launched;
import io.github.liveliness.testing.Pools;
import io.github.liveliness.testing.Stalls;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/** Whose stall it is when a test does not wait for the executor that is stuck. */
class LeftBehindTest {

    @Test
    void aTestFailsThatLeavesAStallBehindButNotOneThatEndsIt() {
        Launched tests = Launched.run(NotWaiting.class);

        assertThat(tests.failed()).containsExactly("leavesIt", "leavesItAfterATimeout");
        assertThat(tests.passed()).containsExactly("cancelsIt", "shutsItDown");
        StallError error = tests.stallOf("leavesIt");
        assertThat(error.stall().verdict()).isEqualTo(Verdict.PROVEN);
        assertThat(error.stall().executors()).containsExactly("orders");
        assertThat(error.getStackTrace())
                .as("who submitted the stuck work, and nobody of ours")
                .anyMatch(frame -> frame.getClassName().equals(Stalls.class.getName()))
                .noneMatch(frame -> frame.getClassName().startsWith("io.github.liveliness.engine")
                        || frame.getClassName().equals(StallExtension.class.getName()));
    }

    @Test
    void aStallIsToldOnceThoughMoreMethodsOfTheTestFollow() {
        Launched tests = Launched.run(FollowedByMore.class);

        assertThat(tests.stallOf("leavesIt").getSuppressed()).isEmpty();
        assertThat(tests.failureOf("failsByItself"))
                .hasMessage("its own")
                .extracting(Throwable::getSuppressed, InstanceOfAssertFactories.array(Throwable[].class))
                .singleElement(InstanceOfAssertFactories.type(StallError.class))
                .satisfies(error -> assertThat(error.getStackTrace())
                        .noneMatch(frame -> frame.getClassName().equals(StallExtension.class.getName())));
    }

    @DetectStalls
    static class FollowedByMore {
        private final ExecutorService pool = Pools.fixed("orders", 1);

        @Test
        void leavesIt() throws Exception {
            Stalls.startNestedGet(pool, 1);
            Thread.sleep(500);
        }

        @Test
        void failsByItself() throws Exception {
            Stalls.startNestedGet(pool, 1);
            Thread.sleep(500);
            throw new IllegalStateException("its own");
        }

        @AfterEach
        void cleanUp() {}
    }

    @DetectStalls
    static class NotWaiting {
        private final ExecutorService pool = Pools.fixed("orders", 1);

        @Test
        void leavesIt() throws Exception {
            Stalls.startNestedGet(pool, 1);
            somethingElse();
        }

        @Test
        void leavesItAfterATimeout() throws Exception {
            try {
                Stalls.startNestedGet(pool, 1).get(0).get(1, TimeUnit.SECONDS);
            } catch (TimeoutException asExpected) {
                // The pool stays as it is.
            }
        }

        @Test
        void shutsItDown() throws Exception {
            Stalls.startNestedGet(pool, 1);
            somethingElse();
            pool.shutdownNow();
        }

        @Test
        void cancelsIt() throws Exception {
            Future<?> stuck = Stalls.startNestedGet(pool, 1).get(0);
            somethingElse();
            stuck.cancel(true);
        }

        /** Long enough to be seen, and not a wait that only somebody else can end. */
        private static void somethingElse() throws Exception {
            Thread.sleep(500);
        }
    }

    @Test
    void onlyTheTestThatWaitsForASharedPoolFails() {
        Launched tests = Launched.run(SharedPool.class);

        assertThat(tests.stallOf("suffers").stall().executors()).containsExactly("shared");
        assertThat(tests.passed()).containsExactly("doesNotCare", "waitsForSomebodyElse");
    }

    @Test
    void onlyTheTestThatFillsASharedPoolAndLeavesFails() {
        Launched tests = Launched.run(SharedPoolLeft.class);

        assertThat(tests.stallOf("leavesIt").stall().executors()).containsExactly("shared");
        assertThat(tests.passed()).containsExactly("waitsForSomebodyElse");
    }

    @DetectStalls
    @TestMethodOrder(MethodOrderer.OrderAnnotation.class)
    static class SharedPool {
        private static ExecutorService pool;

        @BeforeAll
        static void makePool() {
            pool = Pools.fixed("shared", 2);
        }

        @Test
        @Order(1)
        void suffers() throws Exception {
            Stalls.nestedGet(pool, 2);
        }

        @Test
        @Order(2)
        void doesNotCare() {}

        @Test
        @Order(3)
        void waitsForSomebodyElse() throws Exception {
            new CompletableFuture<Integer>()
                    .completeOnTimeout(1, 2, TimeUnit.SECONDS)
                    .get();
        }
    }

    @DetectStalls
    @TestMethodOrder(MethodOrderer.OrderAnnotation.class)
    static class SharedPoolLeft {
        private static final ExecutorService POOL = Pools.fixed("shared", 2);

        @Test
        @Order(1)
        void leavesIt() throws Exception {
            Stalls.startNestedGet(POOL, 2);
            Thread.sleep(500);
        }

        @Test
        @Order(2)
        void waitsForSomebodyElse() throws Exception {
            new CompletableFuture<Integer>()
                    .completeOnTimeout(1, 2, TimeUnit.SECONDS)
                    .get();
        }
    }

    @Test
    void aStaticPoolBelongsToNoTest() {
        Launched tests = Launched.run(StaticPool.class);

        assertThat(tests.stallOf("stallsInIt").stall().rescue().experiment())
                .as("threads are lent only to executors of the test")
                .isEmpty();
    }

    @DetectStalls
    static class StaticPool {
        private static final ExecutorService POOL = Pools.fixed("shared", 1);

        @Test
        void stallsInIt() throws Exception {
            Stalls.nestedGet(POOL, 1);
        }
    }

    @Test
    void aSharedPoolThatOneTestStalledWorksAgainForTheNext() {
        Launched tests = Launched.run(PoolOfAClass.class);

        assertThat(tests.failed()).containsExactly("stallsIt", "stallsItWithAll");
        assertThat(tests.passed()).containsExactly("usesIt", "usesItAgain");
        assertThat(tests.failedClasses()).isEmpty();
        assertThat(tests.stallOf("stallsIt"))
                .hasMessageContaining(
                        "cancelled 1 task that the test left in the queue, so that shared executors work again");
        assertThat(tests.stallOf("stallsItWithAll").getMessage())
                .as("another stall of the same pool")
                .doesNotContain("stuck since");
    }

    @DetectStalls
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    @TestMethodOrder(MethodOrderer.OrderAnnotation.class)
    static class PoolOfAClass {
        private final ExecutorService pool = Pools.fixed("shared", 1);

        @Test
        @Order(1)
        void stallsIt() throws Exception {
            Stalls.nestedGet(pool, 1);
        }

        @Test
        @Order(2)
        void usesIt() throws Exception {
            assertThat(pool.submit(() -> 1).get()).isEqualTo(1);
        }

        @Test
        @Order(3)
        void stallsItWithAll() throws Exception {
            pool.submit(() -> pool.invokeAll(List.of(() -> 1, () -> 2))).get();
        }

        @Test
        @Order(4)
        void usesItAgain() throws Exception {
            usesIt();
        }

        @AfterAll
        void close() throws Exception {
            pool.shutdown();
            assertThat(pool.awaitTermination(1, TimeUnit.HOURS)).isTrue();
        }
    }

    @Test
    void aTestThatFindsASharedPoolStuckIsToldSinceWhich() {
        Launched tests = Launched.run(PoolLeftStuck.class);

        assertThat(tests.passed()).containsExactly("leavesItStuck");
        assertThat(tests.stallOf("findsItStuck"))
                .hasMessageContaining(
                        "This executor has been stuck since LeftBehindTest.PoolLeftStuck.leavesItStuck().\n");
    }

    @DetectStalls
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    @TestMethodOrder(MethodOrderer.OrderAnnotation.class)
    static class PoolLeftStuck {
        private final ExecutorService pool = Pools.fixed("shared", 1);

        @Test
        @Order(1)
        void leavesItStuck(StallWatch watch) throws Exception {
            watch.expectStall(Stall.Kind.STARVATION);
            Stalls.startNestedGet(pool, 1);
            watch.awaitStall(Stall.Kind.STARVATION, Duration.ofSeconds(20));
        }

        @Test
        @Order(2)
        void findsItStuck() throws Exception {
            pool.submit(() -> 1).get();
        }
    }
}
