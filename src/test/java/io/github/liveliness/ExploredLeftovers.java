package io.github.liveliness;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.liveliness.model.Stall.Kind;
import io.github.liveliness.testing.Launched;
import io.github.liveliness.testing.Pools;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** A live stall that leaves threads blocked for ever, beside which nothing else of this JVM can be explored. */
class ExploredLeftovers {

    @Test
    void whatTheStallHasLeftBehindMakesNobodyWaitForEver() {
        Launched tests = Launched.with("liveliness.explore.on-stall", "true").run(Locked.class);

        assertThat(tests.stallOf("locks").stall().kind()).isEqualTo(Kind.DEADLOCK);
        assertThat(tests.stallOf("locks"))
                .hasMessageContaining("Not explored at once: the thread '")
                .hasMessageContaining("has not come to rest, and may end any wait of the test.");
        assertThat(tests.passed()).containsExactly("passes");
    }

    @DetectStalls
    @TestMethodOrder(MethodOrderer.MethodName.class)
    static class Locked {
        private static final Object LEFT = new Object();
        private static final Object RIGHT = new Object();

        @Test
        void locks() throws Exception {
            CountDownLatch both = new CountDownLatch(2);
            Thread one = Pools.daemon(() -> enter(LEFT, both, RIGHT), "one");
            Thread two = Pools.daemon(() -> enter(RIGHT, both, LEFT), "two");
            one.start();
            two.start();
            one.join();
            two.join();
        }

        private static void enter(Object first, CountDownLatch both, Object second) {
            synchronized (first) {
                both.countDown();
                awaitEverybody(both);
                synchronized (second) {
                    awaitEverybody(both);
                }
            }
        }

        private static void awaitEverybody(CountDownLatch both) {
            try {
                both.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        @Test
        void passes() {}
    }
}
