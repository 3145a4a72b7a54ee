package io.github.liveliness.libraries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import io.github.liveliness.DetectStalls;
import io.github.liveliness.StallWatch;
import io.github.liveliness.testing.Launched;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;

/** Executors that do with a task what most do not. */
class EccentricExecutorsTest {

    @Test
    void oneThatLosesTasksIsNeverCalledStuck() {
        Launched eccentric = Launched.run(Refusing.class);

        assertThat(eccentric.failed()).isEmpty();
        assertThat(eccentric.passed())
                .containsExactly("forgetsTasks", "isPumpedByHand", "rejectsTasks", "runsTasksOnItsCaller");
    }

    @DetectStalls
    static class Refusing {

        /** What waits for a lost task waits for ever, but nobody can know. */
        @Test
        void forgetsTasks(StallWatch watch) {
            remainsUnnoticed(Choosy.forgetting("forgetful"), watch);
        }

        @Test
        void rejectsTasks(StallWatch watch) {
            remainsUnnoticed(Choosy.rejecting("rejecting"), watch);
        }

        @Test
        void runsTasksOnItsCaller(StallWatch watch) {
            remainsUnnoticed(Choosy.runningOnItsCaller("generous"), watch);
        }

        private static void remainsUnnoticed(Choosy choosy, StallWatch watch) {
            CountDownLatch never = new CountDownLatch(1);
            choosy.execute(() -> Nesting.await(never));
            Runnable lost = new Waker(never);
            assertThat(catchThrowable(() -> choosy.execute(lost)))
                    .satisfiesAnyOf(
                            thrown -> assertThat(thrown).isNull(),
                            thrown -> assertThat(thrown).isInstanceOf(RejectedExecutionException.class));
            await().during(Passing.TIME)
                    .atMost(Passing.TIME.multipliedBy(4))
                    .until(() -> watch.stalls().isEmpty() && choosy.refused() == 1);
            never.countDown();
        }

        /** Holds what is waited for, as a task would that ends the wait. */
        private record Waker(CountDownLatch latch) implements Runnable {
            @Override
            public void run() {
                assertThat(latch.getCount()).isPositive();
            }
        }

        /** Its tasks wait for the test, and for nobody else. */
        @Test
        void isPumpedByHand() {
            Pump pump = new Pump();
            pump.execute(() -> {});
            await().during(Passing.TIME).atMost(Passing.TIME.multipliedBy(4)).until(() -> pump.tasks.size() == 1);
            pump.runAll();
        }
    }

    private static final class Pump implements Executor {
        private final Queue<Runnable> tasks = new ArrayDeque<>();
        private final Thread owner = Thread.currentThread();

        @Override
        public void execute(Runnable task) {
            tasks.add(task);
        }

        void runAll() {
            assertThat(Thread.currentThread()).isSameAs(owner);
            tasks.forEach(Runnable::run);
        }
    }
}
