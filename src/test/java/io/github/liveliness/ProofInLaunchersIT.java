package io.github.liveliness;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.liveliness.testing.ForkedJvm;
import io.github.liveliness.testing.Pools;
import io.github.liveliness.testing.ProvingJvm;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.console.ConsoleLauncher;

/** Proofs by the heap where users run their tests, on threads and below registers that hold every test in ways of their own. */
class ProofInLaunchersIT {
    private static final List<String> IN_PARALLEL = List.of(
            "junit.jupiter.execution.parallel.enabled=true",
            "junit.jupiter.execution.parallel.mode.default=concurrent",
            "junit.jupiter.execution.parallel.config.strategy=fixed",
            "junit.jupiter.execution.parallel.config.fixed.parallelism=8");

    @TempDir
    private Path output;

    @Test
    void theConsoleLauncherHidesNoProof() {
        assertThatWhatIsAbandonedIsProven(inConsole(List.of()));
    }

    /** JUnit 5 has the first kind of executor alone, and does not know the setting. */
    @ParameterizedTest
    @ValueSource(strings = {"fork_join_pool", "worker_thread_pool"})
    void testsThatRunAtTheSameTimeHideNoProofOfOneAnother(String executor) {
        List<String> parameters = new ArrayList<>(IN_PARALLEL);
        parameters.add("junit.jupiter.execution.parallel.config.executor-service=" + executor);

        assertThatWhatIsAbandonedIsProven(inConsole(parameters));
    }

    private void assertThatWhatIsAbandonedIsProven(ForkedJvm.Outcome outcome) {
        assertThat(outcome.lines())
                .as(outcome.err())
                .filteredOn(line -> line.matches("JUnit Jupiter > .* :: (FAILED|SUCCESSFUL|ABORTED)"))
                .map(line -> line.substring(line.indexOf('$') + 1))
                .containsExactlyInAnyOrder(
                        "AbandonedByALatch > waits() :: FAILED",
                        "AbandonedByAPermit > waits() :: FAILED",
                        "AbandonedInSetUp > neverBegins() :: FAILED",
                        "SlowSteps > walk() :: SUCCESSFUL",
                        "SlowSignals > comes() :: SUCCESSFUL",
                        "SlowSignals > comesToATask() :: SUCCESSFUL");
        assertThat(new ProvingJvm(output).reports())
                .hasSize(3)
                .allSatisfy(report -> assertThat(report)
                        .startsWith("ABANDONED WAIT (proven)")
                        .contains("Proof by two dumps of the heap"));
    }

    private ForkedJvm.Outcome inConsole(List<String> parameters) {
        Stream<String> fixtures = Stream.of(
                        AbandonedByALatch.class,
                        AbandonedByAPermit.class,
                        AbandonedInSetUp.class,
                        SlowSteps.class,
                        SlowSignals.class)
                .map(fixture -> "--select-class=" + fixture.getName());
        return new ProvingJvm(output)
                .of(ConsoleLauncher.class)
                .run(Stream.of(
                                Stream.of("execute", "--details=testfeed", "--disable-ansi-colors"),
                                parameters.stream().map(parameter -> "--config=" + parameter),
                                fixtures)
                        .flatMap(arguments -> arguments)
                        .toArray(String[]::new));
    }

    @DetectStalls
    static class AbandonedByALatch {
        @Test
        void waits() throws Exception {
            new CountDownLatch(1).await();
        }
    }

    @DetectStalls
    static class AbandonedByAPermit {
        private final Semaphore permits = new Semaphore(0);

        @Test
        void waits() throws Exception {
            permits.acquire();
        }
    }

    @DetectStalls
    static class AbandonedInSetUp {
        private final BlockingQueue<Integer> queue = new LinkedBlockingQueue<>();

        @BeforeEach
        void setUp() throws Exception {
            queue.take();
        }

        @Test
        void neverBegins() {}
    }

    @DetectStalls
    static class SlowSteps {
        @Test
        void walk() {
            for (int step = 0; step < 30; step++) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
            }
        }
    }

    @DetectStalls
    static class SlowSignals {
        private final CountDownLatch signal = new CountDownLatch(1);

        @BeforeEach
        void setUp() {
            Pools.daemon(
                            () -> {
                                LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(3));
                                signal.countDown();
                            },
                            "late")
                    .start();
        }

        @Test
        void comes() throws Exception {
            signal.await();
        }

        @Test
        void comesToATask() throws Exception {
            Future<?> waits = Pools.fixed("orders", 1).submit(() -> {
                signal.await();
                return 1;
            });
            waits.get();
        }
    }
}
