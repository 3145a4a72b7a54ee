package io.github.liveliness;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.liveliness.agent.AgentMode;
import io.github.liveliness.agent.Attachment;
import io.github.liveliness.testing.FixtureProgram;
import io.github.liveliness.testing.ForkedJvm;
import io.github.liveliness.testing.Launched;
import io.github.liveliness.testing.ProofFixtures.Abandoned;
import io.github.liveliness.testing.ProofFixtures.InterruptedLate;
import io.github.liveliness.testing.ProofFixtures.SlowSignals;
import io.github.liveliness.testing.ProofFixtures.SlowSteps;
import io.github.liveliness.testing.ProofFixtures.Starved;
import io.github.liveliness.testing.ProvingJvm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Proofs by the heap in JVMs of their own, which are set up in ways that this one is not. */
class ProofIT {
    @TempDir
    private Path output;

    @TempDir
    private Path temporary;

    private ProvingJvm jvm;

    @BeforeEach
    void setUp() {
        jvm = new ProvingJvm(output);
    }

    @Test
    void anAbandonedWaitIsProvenWithoutTheAgent() {
        assertThat(jvm.failed(Abandoned.class, "-Dliveliness.agent=off")).containsExactly("waits");
        assertThat(jvm.report()).contains("ABANDONED WAIT (proven)", "Proof by two dumps of the heap");
    }

    @Test
    void onTheGraphAloneAnAbandonedWaitIsLeftAlone() {
        assertThat(jvm.failed(InterruptedLate.class, "-Dliveliness.proof=graph"))
                .isEmpty();
        assertThat(jvm.reports()).isEmpty();
    }

    @Test
    void onTheGraphAloneAKnotOfLatchesIsLikely() {
        assertThat(jvm.failed(Starved.class, "-Dliveliness.proof=graph")).containsExactly("byLatches");
        assertThat(jvm.report()).contains("STARVATION (likely)").doesNotContain("the heap");
    }

    @Test
    void byTheHeapThatSameKnotIsProven() {
        assertThat(jvm.failed(Starved.class)).containsExactly("byLatches");
        assertThat(jvm.report()).contains("STARVATION (proven)", "Proof by two dumps of the heap");
    }

    @Test
    void aHeapBeyondTheLimitLeavesAKnotLikelyAndSaysSo() {
        assertThat(jvm.failed(Starved.class, "-Dliveliness.proof.max-heap=1 MB"))
                .containsExactly("byLatches");
        assertThat(jvm.report())
                .contains("STARVATION (likely)", "No proof by the heap. The live heap of ")
                .contains("liveliness.proof.max-heap = 1 MB; a larger value allows the proof");
    }

    @Test
    void aJvmThatLetsNobodyDumpItsHeapIsLeftWithTheGraphAndTheReportSaysSo() throws IOException {
        assertThat(jvm.failed(Starved.class, "--limit-modules=java.se,jdk.unsupported,jdk.attach"))
                .containsExactly("byLatches");
        assertThat(jvm.report())
                .contains("STARVATION (likely)", "No proof by the heap. This JVM lets nobody dump its heap: it is no");
    }

    @Test
    void whereNothingCanBeWrittenAKnotIsLikelyAndTheReportSaysSo() throws IOException {
        Path noFolder = Files.createFile(temporary.resolve("file"));

        ForkedJvm.Outcome outcome =
                jvm.of(WithoutTemporaryFolder.class).run(noFolder.toString(), Starved.class.getName());

        assertThat(outcome.lines()).as(outcome.err()).containsExactly("byLatches");
        assertThat(jvm.report())
                .contains("STARVATION (likely)", "No proof by the heap. The heap could not be dumped: ");
    }

    @Test
    void whatADeadProcessLeftIsSweptAndNothingIsLeft() throws IOException {
        Path left = Files.createDirectory(temporary.resolve("liveliness-proof-999999999999-1"));
        Files.writeString(left.resolve("live.hprof"), "secret");

        assertThat(jvm.failed(Abandoned.class, "-Djava.io.tmpdir=" + temporary)).containsExactly("waits");
        try (Stream<Path> files = Files.list(temporary)) {
            assertThat(files.filter(file -> file.getFileName().toString().startsWith("liveliness-proof-")))
                    .isEmpty();
        }
    }

    @Test
    void anAbandonedWaitIsProvenWhileOtherTestsRun() {
        ForkedJvm.Outcome outcome = jvm.of(InParallel.class).run();

        assertThat(outcome.lines()).as(outcome.err()).containsExactly("failed [waits]", "passed 4");
        assertThat(jvm.report()).contains("ABANDONED WAIT (proven)", "Abandoned.waits()");
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
}
