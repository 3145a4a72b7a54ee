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
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.console.ConsoleLauncher;

/** Proofs by the heap where users run their tests, on threads and below registers that hold every test in ways of their own. */
class ProofInLaunchersIT {
    private static final List<String> IN_PARALLEL = List.of(
            "junit.jupiter.execution.parallel.enabled=true",
            "junit.jupiter.execution.parallel.mode.default=concurrent",
            "junit.jupiter.execution.parallel.config.strategy=fixed");

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
        assertThatWhatIsAbandonedIsProven(inConsole(inParallel(8, executor)));
    }

    private void assertThatWhatIsAbandonedIsProven(ForkedJvm.Outcome outcome) {
        assertThat(outcome.lines())
                .as(outcome.err())
                .filteredOn(line -> line.matches("JUnit Jupiter > .* :: (FAILED|SUCCESSFUL|ABORTED)"))
                .map(line -> line.substring(line.indexOf('$') + 1))
                .containsExactlyInAnyOrder(
                        "Abandoned > waits() :: FAILED",
                        "AbandonedByAPermit > waits() :: FAILED",
                        "AbandonedByAnArgument > waits(CountDownLatch) > [1] :: FAILED",
                        "AbandonedInSetUp > neverBegins() :: FAILED",
                        "SlowSteps > walk() > repetition 1 of 2 :: SUCCESSFUL",
                        "SlowSteps > walk() > repetition 2 of 2 :: SUCCESSFUL",
                        "SlowSignals > come() :: SUCCESSFUL",
                        "SlowSignals > comeToATask() :: SUCCESSFUL");
        assertThat(new ProvingJvm(output).reports())
                .hasSize(4)
                .allSatisfy(report -> assertThat(report)
                        .startsWith("ABANDONED WAIT (proven)")
                        .contains("Proof by two dumps of the heap"));
    }

    /** One invocation has what another waits for, and has not begun: nobody uses it yet, and somebody will. */
    @ParameterizedTest
    @ValueSource(strings = {"fork_join_pool", "worker_thread_pool"})
    void aTestThatIsStillToComeMayGiveTheSignal(String executor) {
        List<String> parameters = inParallel(2, executor);
        parameters.add("liveliness.abandoned.after=200 ms");

        assertThat(inConsole(parameters, Meeting.class).lines())
                .filteredOn(line -> line.matches("JUnit Jupiter > .*meet.* :: (FAILED|SUCCESSFUL|ABORTED)"))
                .hasSize(4)
                .allMatch(line -> line.endsWith("SUCCESSFUL"));
    }

    private static List<String> inParallel(int tests, String executor) {
        List<String> parameters = new ArrayList<>(IN_PARALLEL);
        parameters.add("junit.jupiter.execution.parallel.config.fixed.parallelism=" + tests);
        parameters.add("junit.jupiter.execution.parallel.config.executor-service=" + executor);
        return parameters;
    }

    private ForkedJvm.Outcome inConsole(List<String> parameters) {
        return inConsole(
                parameters,
                Abandoned.class,
                AbandonedByAPermit.class,
                AbandonedByAnArgument.class,
                AbandonedInSetUp.class,
                SlowSteps.class,
                SlowSignals.class);
    }

    private ForkedJvm.Outcome inConsole(List<String> parameters, Class<?>... classes) {
        Stream<String> fixtures = Stream.of(classes).map(fixture -> "--select-class=" + fixture.getName());
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
    static class AbandonedByAnArgument {
        static Stream<CountDownLatch> latches() {
            return Stream.of(new CountDownLatch(1));
        }

        @ParameterizedTest(name = "[{index}]")
        @MethodSource("latches")
        void waits(CountDownLatch latch) throws Exception {
            latch.await();
        }
    }

    @DetectStalls
    static class Meeting {
        static Stream<Arguments> roles() {
            CountDownLatch met = new CountDownLatch(1);
            return Stream.of("waits", "walks", "walks", "opens").map(role -> Arguments.of(role, met));
        }

        @ParameterizedTest
        @MethodSource("roles")
        void meet(String role, CountDownLatch met) throws Exception {
            switch (role) {
                case "waits" -> met.await();
                case "walks" -> LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(2));
                default -> met.countDown();
            }
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
