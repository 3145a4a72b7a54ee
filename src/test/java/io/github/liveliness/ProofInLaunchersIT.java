package io.github.liveliness;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.liveliness.testing.ForkedJvm;
import io.github.liveliness.testing.ProofFixtures.Abandoned;
import io.github.liveliness.testing.ProofFixtures.SlowSignals;
import io.github.liveliness.testing.ProofFixtures.SlowSteps;
import io.github.liveliness.testing.ProvingJvm;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
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
                        "Abandoned > waits() :: FAILED",
                        "AbandonedByAPermit > waits() :: FAILED",
                        "AbandonedInSetUp > neverBegins() :: FAILED",
                        "SlowSteps > walk() > repetition 1 of 2 :: SUCCESSFUL",
                        "SlowSteps > walk() > repetition 2 of 2 :: SUCCESSFUL",
                        "SlowSignals > come() :: SUCCESSFUL",
                        "SlowSignals > comeToATask() :: SUCCESSFUL");
        assertThat(new ProvingJvm(output).reports())
                .hasSize(3)
                .allSatisfy(report -> assertThat(report)
                        .startsWith("ABANDONED WAIT (proven)")
                        .contains("Proof by two dumps of the heap"));
    }

    private ForkedJvm.Outcome inConsole(List<String> parameters) {
        Stream<String> fixtures = Stream.of(
                        Abandoned.class,
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
}
