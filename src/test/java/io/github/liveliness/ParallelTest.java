package io.github.liveliness;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.liveliness.testing.Launched;
import io.github.liveliness.testing.Pools;
import io.github.liveliness.testing.Stalls;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParallelTest {

    @Test
    void eachTestThatStallsFailsWithItsOwnExecutors() {
        Launched tests = Launched.inParallel(6).run(ManyStalls.class);

        assertThat(tests.failed()).hasSize(4);
        assertThat(tests.passed()).containsExactly("passes[1]", "passes[2]", "passes[3]", "passes[4]");
        assertThat(tests.stallOf("stallsOn[1]").stall().executors()).containsExactly("north");
        assertThat(tests.stallOf("stallsOn[2]").stall().executors()).containsExactly("east");
        assertThat(tests.stallOf("stallsOn[3]").stall().executors()).containsExactly("south");
        assertThat(tests.stallOf("stallsOn[4]").stall().executors()).containsExactly("west");
    }

    @DetectStalls
    static class ManyStalls {
        @ParameterizedTest
        @ValueSource(strings = {"north", "east", "south", "west"})
        void stallsOn(String executor) throws Exception {
            Stalls.nestedGet(executor);
        }

        @RepeatedTest(4)
        void passes() throws Exception {
            Pools.fixed("healthy", 1).submit(() -> 1).get();
        }
    }

    @Test
    void testsThatWaitForTheirTurnAreNoStalledWork() {
        Launched tests = Launched.inParallel(2).run(SlowTests.class);

        assertThat(tests.failed()).isEmpty();
        assertThat(tests.passed()).hasSize(4);
    }

    @DetectStalls(after = "300 ms")
    static class SlowTests {
        @RepeatedTest(4)
        void waitsForSomebodyElse() throws Exception {
            CountDownLatch done = new CountDownLatch(1);
            CompletableFuture.delayedExecutor(2, TimeUnit.SECONDS).execute(done::countDown);
            done.await();
        }
    }
}
