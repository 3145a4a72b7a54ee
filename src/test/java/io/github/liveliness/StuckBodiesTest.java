package io.github.liveliness;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.liveliness.DetectStalls.ThreadMode;
import io.github.liveliness.testing.Launched;
import io.github.liveliness.testing.LockStalls;
import io.github.liveliness.testing.Pools;
import io.github.liveliness.testing.Stalls;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A test fails with its stall however its body waits, and whatever it does about being woken. */
class StuckBodiesTest {

    @ParameterizedTest
    @ValueSource(classes = {Lending.class, NotLending.class})
    void everyStuckBodyEnds(Class<?> fixture) {
        Launched tests = Launched.run(fixture);

        assertThat(tests.failed())
                .containsExactly("catchesEverything", "isStuckInGet", "isStuckInJoin", "swallowsInterrupts");
        assertThat(tests.failed())
                .allSatisfy(name ->
                        assertThat(tests.stallOf(name).stall().executors()).containsExactly("orders"));
        assertThat(tests.passed()).containsExactly("passes");
    }

    @DetectStalls
    static class Lending extends Bodies {}

    @DetectStalls(lend = false)
    static class NotLending extends Bodies {}

    abstract static class Bodies {
        @Test
        void isStuckInGet() throws Exception {
            Stalls.nestedGet();
        }

        @Test
        void isStuckInJoin() {
            Stalls.joinedFuture(Pools.fixed("orders", 1));
        }

        @Test
        void swallowsInterrupts() throws Exception {
            Stalls.swallowInterrupts(
                    Stalls.startNestedGet(Pools.fixed("orders", 1), 1).get(0));
        }

        @Test
        void catchesEverything() {
            try {
                Stalls.nestedGet();
            } catch (Throwable nothing) {
                // As real tests do.
            }
        }

        @Test
        void passes() {}
    }

    @Test
    void aBodyThatJoinsAFutureOfItsClasssPoolEndsToo() {
        Launched tests = Launched.run(PoolOfTheClass.class);

        assertThat(tests.stallOf("joins").stall().executors()).containsExactly("of-class");
    }

    @DetectStalls
    static class PoolOfTheClass {
        private static ExecutorService pool;

        @BeforeAll
        static void makePool() {
            pool = Pools.fixed("of-class", 1);
        }

        @Test
        void joins() {
            Stalls.joinedFuture(pool);
        }
    }

    @Test
    void aBodyThatJoinsAFutureOfThePoolOfNobodyEndsToo() {
        PoolOfTheRun.pool = Pools.fixed("of-run", 1);

        assertThat(Launched.run(PoolOfTheRun.class).stallOf("joins").stall().executors())
                .containsExactly("of-run");
    }

    @DetectStalls
    static class PoolOfTheRun {
        private static ExecutorService pool;

        @Test
        void joins() {
            Stalls.joinedFuture(pool);
        }
    }

    @Test
    void aBodyThatSwallowsInterruptsEndsThoughItsTaskIsInThePoolOfNobody() throws Exception {
        ExecutorService pool = Pools.fixed("shared", 1);
        Stalls.startNestedGet(pool, 1);
        Future<Integer> neighbours = pool.submit(() -> 1);
        SharingAPool.pool = pool;

        StallError error = Launched.run(SharingAPool.class).stallOf("swallowsInterrupts");

        assertThat(error.stall().executors()).containsExactly("shared");
        assertThat(error.stall().rescue().steps())
                .last()
                .satisfies(step -> assertThat(step.rung())
                        .isEqualTo("ended pending futures: 0 completed exceptionally, 1 cancelled in the queue"));
        assertThat(neighbours.isDone()).isFalse();
        assertThat(pool.isShutdown()).isFalse();
        pool.shutdownNow();
    }

    @DetectStalls
    static class SharingAPool {
        private static ExecutorService pool;

        @Test
        void swallowsInterrupts() throws Exception {
            Stalls.swallowInterrupts(pool.submit(() -> 1));
        }
    }

    @Test
    void aBodyOnItsOwnThreadIsLeftBehindOnAMonitor() {
        Launched tests = Launched.run(OnAMonitor.class);

        StallError error = tests.stallOf("entersTheMonitor");
        assertThat(error.stall().executors()).containsExactly("orders");
        assertThat(error.stall().rescue().steps())
                .last()
                .satisfies(step -> assertThat(step.rung()).startsWith("abandoned the test body"));
        assertThat(tests.passed()).containsExactly("passes");
    }

    @DetectStalls(threadMode = ThreadMode.SEPARATE_THREAD, lend = false)
    static class OnAMonitor {
        @Test
        void entersTheMonitor() throws Exception {
            LockStalls.monitorOfAStuckTask();
        }

        @Test
        void passes() {}
    }
}
