package io.github.liveliness;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.liveliness.model.Stall.Kind;
import io.github.liveliness.model.Verdict;
import io.github.liveliness.testing.Launched;
import io.github.liveliness.testing.Pools;
import io.github.liveliness.testing.SignalStalls;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** JUnit's own time-out strikes first: it gets our report. */
class JUnitTimeoutTest {

    @Test
    void aTimeoutCarriesWhatIsKnownSoFar() {
        Launched tests = Launched.run(TimedOut.class);

        StallError likely = reportIn(tests.failureOf("waitsForALatch"));
        assertThat(likely.stall().verdict()).isEqualTo(Verdict.LIKELY);
        assertThat(likely.stall().executors()).containsExactly("orders");
        assertThat(likely.getMessage()).contains("'orders'", "SignalStalls");

        StallError suspected = reportIn(tests.failureOf("waitsForWorkersThatWait"));
        assertThat(suspected.stall().verdict()).isEqualTo(Verdict.SUSPECTED);
        assertThat(suspected.stall().kind()).isEqualTo(Kind.NO_PROGRESS);

        assertThat(reportIn(tests.failureOf("isOnAThreadOfJUnits")).stall().executors())
                .containsExactly("orders");
        assertThat(tests.passed()).containsExactly("passes");
    }

    @Test
    void aTimeoutOfALifecycleMethodCarriesItToo() {
        assertThat(reportIn(Launched.run(TimedOutBefore.class).failureOf("isNeverRun"))
                        .stall()
                        .executors())
                .containsExactly("orders");
    }

    private static StallError reportIn(Throwable failure) {
        assertThat(failure).isInstanceOf(TimeoutException.class);
        return withSuppressed(failure)
                .filter(StallError.class::isInstance)
                .map(StallError.class::cast)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no report in it", failure));
    }

    private static Stream<Throwable> withSuppressed(Throwable failure) {
        return Stream.concat(
                Stream.of(failure), Stream.of(failure.getSuppressed()).flatMap(JUnitTimeoutTest::withSuppressed));
    }

    @DetectStalls
    static class TimedOut {
        private final ExecutorService pool = Pools.fixed("orders", 2);

        @Test
        @Timeout(value = 1900, unit = TimeUnit.MILLISECONDS)
        void waitsForALatch() throws Exception {
            SignalStalls.latch();
        }

        @Test
        @Timeout(1)
        void waitsForWorkersThatWait() throws Exception {
            CountDownLatch never = new CountDownLatch(1);
            pool.submit(() -> never.await(1, TimeUnit.HOURS));
            pool.submit(() -> never.await(1, TimeUnit.HOURS));
            pool.submit(() -> 1).get();
        }

        @Test
        @Timeout(value = 1900, unit = TimeUnit.MILLISECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
        void isOnAThreadOfJUnits() throws Exception {
            SignalStalls.latch();
        }

        @Test
        void passes() {}
    }

    @DetectStalls
    static class TimedOutBefore {
        @BeforeEach
        @Timeout(value = 1900, unit = TimeUnit.MILLISECONDS)
        void prepare() throws Exception {
            SignalStalls.latch();
        }

        @Test
        void isNeverRun() {}
    }
}
