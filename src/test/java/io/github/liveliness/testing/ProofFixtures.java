package io.github.liveliness.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.liveliness.DetectStalls;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** Test classes about whose waits the heap is asked, to be run in JVMs of their own. */
public final class ProofFixtures {

    private ProofFixtures() {}

    /** Its wait is proven to be abandoned; on the graph alone it goes on for ever. */
    @DetectStalls
    public static class Abandoned {
        @Test
        void waits() throws Exception {
            new CountDownLatch(1).await();
        }
    }

    /** Its pool is proven to be starved; on the graph alone that is likely. */
    @DetectStalls
    public static class Starved {
        @Test
        void byLatches() throws Exception {
            ExecutorService pool = Pools.fixed("orders", 1);
            CountDownLatch signal = new CountDownLatch(1);
            Future<?> waits = pool.submit(() -> {
                signal.await();
                return 1;
            });
            pool.submit(signal::countDown);
            waits.get();
        }
    }

    /** Its wait is abandoned as well, but ends before a test hangs to which no proof comes. */
    @DetectStalls
    public static class InterruptedLate {
        @Test
        void waits() {
            CountDownLatch never = new CountDownLatch(1);
            LateSignals.after(Duration.ofSeconds(4), Thread.currentThread()::interrupt);
            try {
                never.await();
            } catch (InterruptedException end) {
                assertThat(never.getCount()).isEqualTo(1);
            }
        }
    }

    /** Healthy: it is asked about, and somebody ends its waits. */
    @DetectStalls
    public static class SlowSignals {
        private final CountDownLatch signal = new CountDownLatch(1);

        @BeforeEach
        void begin() {
            LateSignals.after(Duration.ofSeconds(3), signal::countDown);
        }

        @Test
        void come() throws Exception {
            signal.await();
        }

        @Test
        void comeToATask() throws Exception {
            Future<?> waits = Pools.fixed("orders", 1).submit(() -> {
                signal.await();
                return 1;
            });
            waits.get();
        }
    }

    /** Healthy: it is not asked about, for it waits for a while at a time. */
    @DetectStalls
    public static class SlowSteps {
        @RepeatedTest(2)
        void walk() {
            for (int step = 0; step < 30; step++) {
                LateSignals.sleep(Duration.ofMillis(100));
            }
        }
    }
}
