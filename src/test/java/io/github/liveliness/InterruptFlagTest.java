package io.github.liveliness;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.liveliness.testing.Launched;
import io.github.liveliness.testing.Pools;
import io.github.liveliness.testing.Stalls;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** The interrupt that ends one test never reaches the next. */
class InterruptFlagTest {

    @Test
    void aHealthyTestAfterAStalledOneIsNotInterrupted() {
        Launched tests = Launched.run(Pairs.class);

        assertThat(tests.failed())
                .hasSize(50)
                .allSatisfy(name -> assertThat(tests.failureOf(name)).isInstanceOf(StallError.class));
        assertThat(tests.passed()).hasSize(50);
    }

    @DetectStalls(lend = false)
    static class Pairs {
        @RepeatedTest(100)
        void stallsAndThenDoesNot(RepetitionInfo repetition) throws Exception {
            assertThat(Thread.currentThread().isInterrupted()).isFalse();
            if (repetition.getCurrentRepetition() % 2 == 1) {
                ExecutorService pool = Pools.fixed("orders", 1);
                try {
                    Stalls.nestedGet(pool, 1);
                } finally {
                    pool.shutdownNow();
                }
            }
        }
    }

    @Test
    void aTestThatEndsWhileItIsBeingRescuedLeavesNoInterruptBehind() {
        Launched tests = Launched.run(EndingByThemselves.class);

        assertThat(tests.failed())
                .allSatisfy(name -> assertThat(tests.failureOf(name)).isInstanceOf(StallError.class));
        assertThat(tests.passed().size() + tests.failed().size()).isEqualTo(100);
    }

    @DetectStalls(lend = false)
    static class EndingByThemselves {
        @BeforeEach
        void isNotInterrupted() {
            assertThat(Thread.currentThread().isInterrupted()).isFalse();
        }

        @RepeatedTest(100)
        void mayStall() throws Exception {
            ExecutorService pool = Pools.fixed("orders", 1);
            Future<?> stuck = Stalls.startNestedGet(pool, 1).get(0);
            long soon = ThreadLocalRandom.current().nextLong(20_000_000);
            Pools.daemon(
                            () -> {
                                LockSupport.parkNanos(soon);
                                pool.shutdownNow();
                            },
                            "ends it")
                    .start();
            try {
                stuck.get();
            } catch (Exception shutDownOrInterrupted) {
                // Who came first does not matter.
            }
        }
    }
}
