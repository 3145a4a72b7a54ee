package io.github.liveliness;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.liveliness.testing.ForkedJvm;
import io.github.liveliness.testing.Launched;
import io.github.liveliness.testing.ProofFixtures.InterruptedLate;
import io.github.liveliness.testing.ProofFixtures.SlowSignals;
import io.github.liveliness.testing.ProofFixtures.Starved;
import io.github.liveliness.testing.ProvingJvm;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** Dumps that fail in their middle, in JVMs that can write no large file, as on a disk that fills up. */
@EnabledIf("hasBash")
class FullDiskIT {
    /** More than reports take and less than a dump, in kilobytes. */
    private static final String LARGEST_FILE = "1024";

    @TempDir
    private Path output;

    @TempDir
    private Path temporary;

    @Test
    void aDumpThatFailsInItsMiddleChangesNoTestAndLeavesNothing() {
        ProvingJvm jvm = new ProvingJvm(output);

        ForkedJvm.Outcome outcome = jvm.of(Witness.class)
                .behind("bash", "-c", "ulimit -f " + LARGEST_FILE + "; exec \"$0\" \"$@\"")
                .jvmArguments("-Djava.io.tmpdir=" + temporary)
                .run();

        assertThat(outcome.lines())
                .as(outcome.err())
                .containsExactly("failed [byLatches]", "passed [come, comeToATask, waits]", "left []");
        assertThat(jvm.report())
                .startsWith("STARVATION (likely)")
                .contains("No proof by the heap. The heap could not be dumped: java.io.IOException: ");
    }

    static boolean hasBash() {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "bash")));
    }

    /** Prints what became of the tests, and the dumps that lie about while the JVM still runs. */
    static final class Witness {
        private Witness() {}

        public static void main(String[] none) throws IOException {
            Launched tests = Launched.run(Starved.class, InterruptedLate.class, SlowSignals.class);
            System.out.println("failed " + tests.failed());
            System.out.println("passed " + tests.passed());
            System.out.println("left " + dumps(Path.of(System.getProperty("java.io.tmpdir"))));
        }

        private static List<Path> dumps(Path folder) throws IOException {
            try (Stream<Path> files = Files.walk(folder)) {
                return files.filter(file -> file.toString().contains("liveliness-proof-"))
                        .toList();
            }
        }
    }
}
