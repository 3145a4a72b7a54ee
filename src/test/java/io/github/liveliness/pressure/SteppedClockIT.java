package io.github.liveliness.pressure;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.liveliness.DetectStalls;
import io.github.liveliness.testing.ForkedJvm.Outcome;
import io.github.liveliness.testing.LateSignals;
import io.github.liveliness.testing.Pools;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A wall clock that somebody sets while tests wait, by an hour and back again. */
class SteppedClockIT {
    private static final Duration HOUR = Duration.ofHours(1);

    @TempDir
    private Path output;

    @InAJvmOfItsOwn
    void aClockThatIsSetForwardsOrBackwardsChangesNothing() throws IOException {
        Outcome outcome = Pressures.jvm(Stepping.class, output)
                .jvmArguments("-javaagent:" + WallClock.agentIn(output))
                .run(OnTheWallClock.class.getName(), Pressed.Healthy.class.getName(), Pressed.Stalled.class.getName());

        assertThat(outcome.lines()).as("what proves that clocks are set").contains(Stepping.WORKS);
        Pressures.assertSound(outcome, Pressed.Healthy.TESTS + OnTheWallClock.TESTS);
    }

    static final class Stepping {
        static final String WORKS = "the clocks of the JDK and of users are set";

        private Stepping() {}

        public static void main(String[] fixtures) throws Exception {
            Instant before = Instant.now().plus(HOUR);
            WallClock.stepTo(HOUR);
            boolean millis = System.currentTimeMillis() >= before.toEpochMilli();
            if (millis && !Instant.now().isBefore(before)) {
                System.out.println(WORKS);
            }
            PressedProgram.runUnder(Stepping::step, fixtures);
        }

        @SuppressWarnings("InfiniteLoopStatement")
        private static void step() {
            while (true) {
                for (Duration ahead : new Duration[] {HOUR, Duration.ZERO, HOUR.negated(), Duration.ZERO}) {
                    WallClock.stepTo(ahead);
                    LateSignals.sleep(Duration.ofMillis(150));
                }
            }
        }
    }

    @DetectStalls
    static class OnTheWallClock {
        static final int TESTS = 1;

        @Test
        void aTaskWaitsUntilADateAndIsSignalled() throws Exception {
            ExecutorService pool = Pools.fixed("dated", 1);
            ReentrantLock lock = new ReentrantLock();
            Condition condition = lock.newCondition();
            LateSignals.after(Duration.ofSeconds(1), () -> signal(lock, condition));
            pool.submit(() -> await(lock, condition, Date.from(Instant.now().plus(HOUR))));
            pool.submit(() -> 1).get();
        }

        // Whether it was signalled or came to its date does not matter.
        @SuppressWarnings("WaitNotInLoop")
        private static boolean await(ReentrantLock lock, Condition condition, Date end) throws InterruptedException {
            lock.lock();
            try {
                return condition.awaitUntil(end);
            } finally {
                lock.unlock();
            }
        }

        private static void signal(ReentrantLock lock, Condition condition) {
            lock.lock();
            try {
                condition.signalAll();
            } finally {
                lock.unlock();
            }
        }
    }
}
