package io.github.liveliness;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.liveliness.agent.AgentMode;
import io.github.liveliness.agent.Attachment;
import io.github.liveliness.testing.FixtureProgram;
import io.github.liveliness.testing.ForkedJvm;
import io.github.liveliness.testing.Launched;
import io.github.liveliness.testing.Pools;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Proofs by the heap in JVMs of their own, which are set up in ways that this one is not. */
class ProofIT {
    @TempDir
    private Path output;

    @TempDir
    private Path temporary;

    @Test
    void anAbandonedWaitIsProvenWithoutTheAgent() throws IOException {
        assertThat(failed(Abandoned.class, "-Dliveliness.agent=off")).containsExactly("waits");
        assertThat(report()).contains("ABANDONED WAIT (proven)", "Proof by two dumps of the heap");
    }

    @Test
    void onTheGraphAloneAnAbandonedWaitIsLeftAlone() throws IOException {
        assertThat(failed(InterruptedLate.class, "-Dliveliness.proof=graph")).isEmpty();
        assertThat(reports()).isEmpty();
    }

    @Test
    void onTheGraphAloneAKnotOfLatchesIsLikely() throws IOException {
        assertThat(failed(Starved.class, "-Dliveliness.proof=graph")).containsExactly("byLatches");
        assertThat(report()).contains("STARVATION (likely)").doesNotContain("the heap");
    }

    @Test
    void byTheHeapThatSameKnotIsProven() throws IOException {
        assertThat(failed(Starved.class)).containsExactly("byLatches");
        assertThat(report()).contains("STARVATION (proven)", "Proof by two dumps of the heap");
    }

    @Test
    void aHeapBeyondTheLimitLeavesAKnotLikelyAndSaysSo() throws IOException {
        assertThat(failed(Starved.class, "-Dliveliness.proof.max-heap=1 MB")).containsExactly("byLatches");
        assertThat(report())
                .contains("STARVATION (likely)", "No proof by the heap. The live heap of ")
                .contains("liveliness.proof.max-heap = 1 MB; a larger value allows the proof");
    }

    @Test
    void whereNothingCanBeWrittenAKnotIsLikelyAndTheReportSaysSo() throws IOException {
        Path noFolder = Files.createFile(temporary.resolve("file"));

        ForkedJvm.Outcome outcome = ForkedJvm.of(WithoutTemporaryFolder.class)
                .jvmArguments("-Dliveliness.proof=heap", "-Dliveliness.output=" + output)
                .run(noFolder.toString(), Starved.class.getName());

        assertThat(outcome.lines()).as(outcome.err()).containsExactly("byLatches");
        assertThat(report()).contains("STARVATION (likely)", "No proof by the heap. The heap could not be dumped: ");
    }

    @Test
    void whatADeadProcessLeftIsSweptAndNothingIsLeft() throws IOException {
        Path left = Files.createDirectory(temporary.resolve("liveliness-proof-999999999999-1"));
        Files.writeString(left.resolve("live.hprof"), "secret");

        assertThat(failed(Abandoned.class, "-Djava.io.tmpdir=" + temporary)).containsExactly("waits");
        try (Stream<Path> files = Files.list(temporary)) {
            assertThat(files.filter(file -> file.getFileName().toString().startsWith("liveliness-proof-")))
                    .isEmpty();
        }
    }

    @Test
    void anAbandonedWaitIsProvenWhileOtherTestsRun() throws IOException {
        ForkedJvm.Outcome outcome = ForkedJvm.of(InParallel.class)
                .jvmArguments("-Dliveliness.proof=heap", "-Dliveliness.output=" + output)
                .run();

        assertThat(outcome.lines()).as(outcome.err()).containsExactly("failed [waits]", "passed 4");
        assertThat(report()).contains("ABANDONED WAIT (proven)", "Abandoned.waits()");
    }

    private List<String> failed(Class<?> fixture, String... settings) {
        ForkedJvm.Outcome outcome = ForkedJvm.of(FixtureProgram.class)
                .jvmArguments("-Dliveliness.proof=heap", "-Dliveliness.output=" + output)
                .jvmArguments(settings)
                .run(fixture.getName());
        assertThat(outcome.exitCode()).as(outcome.err()).isZero();
        return outcome.lines();
    }

    private String report() throws IOException {
        List<Path> reports = reports();
        assertThat(reports).hasSize(1);
        return Files.readString(reports.get(0));
    }

    private List<Path> reports() throws IOException {
        try (Stream<Path> files = Files.list(output)) {
            return files.toList();
        }
    }

    /** Runs several classes at a time, and prints what became of their tests. */
    static final class InParallel {
        private InParallel() {}

        public static void main(String[] none) {
            Launched tests = Launched.inParallel(4).run(Abandoned.class, SlowSteps.class, SlowSignals.class);
            System.out.println("failed " + tests.failed());
            System.out.println("passed " + tests.passed().size());
        }
    }

    /** Runs fixtures once the folder for temporary files is none, after the agent has used it. */
    static final class WithoutTemporaryFolder {
        private WithoutTemporaryFolder() {}

        public static void main(String[] folderAndFixtures) {
            Attachment.ensure(AgentMode.AUTO, line -> {});
            System.setProperty("java.io.tmpdir", folderAndFixtures[0]);
            FixtureProgram.main(Arrays.copyOfRange(folderAndFixtures, 1, folderAndFixtures.length));
        }
    }

    @DetectStalls
    static class Abandoned {
        @Test
        void waits() throws Exception {
            new CountDownLatch(1).await();
        }
    }

    @DetectStalls
    static class InterruptedLate {
        @Test
        void waits() {
            CountDownLatch never = new CountDownLatch(1);
            Thread waiting = Thread.currentThread();
            Pools.daemon(
                            () -> {
                                LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(4));
                                waiting.interrupt();
                            },
                            "ends it")
                    .start();
            try {
                never.await();
            } catch (InterruptedException end) {
                assertThat(never.getCount()).isEqualTo(1);
            }
        }
    }

    @DetectStalls
    static class Starved {
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

    @DetectStalls
    static class SlowSteps {
        @RepeatedTest(2)
        void walk() {
            for (int step = 0; step < 30; step++) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
            }
        }
    }

    @DetectStalls
    static class SlowSignals {
        @RepeatedTest(2)
        void come() throws Exception {
            CountDownLatch signal = new CountDownLatch(1);
            Pools.daemon(
                            () -> {
                                LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(3));
                                signal.countDown();
                            },
                            "late")
                    .start();
            signal.await();
        }
    }
}
