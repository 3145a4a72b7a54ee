package io.github.liveliness.blocking;

import static io.github.liveliness.blocking.Calls.reads;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.liveliness.testing.ForkedJvm;
import io.github.liveliness.testing.ForkedJvm.Outcome;
import io.github.liveliness.testing.RunningJvm;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BaselineForksIT {

    private static final int JVMS = 4;
    private static final int ENTRIES = 50;

    @TempDir
    Path folder;

    @Test
    void forksThatWriteTogetherLoseNoEntry() {
        Path file = folder.resolve("blocking.txt");
        List<RunningJvm> forks = new ArrayList<>();
        for (int fork = 0; fork < JVMS; fork++) {
            forks.add(ForkedJvm.of(Writer.class).brief().start(file.toString(), "fork" + fork));
        }
        for (RunningJvm fork : forks) {
            try (fork) {
                Outcome outcome = fork.end();
                assertThat(outcome.exitCode()).as(outcome.err()).isZero();
            }
        }

        assertThat(new BaselineFile(file).read().entries()).hasSize(JVMS * ENTRIES);
    }

    /** Adds its entries one by one. */
    static final class Writer {
        private Writer() {}

        public static void main(String... arguments) {
            BaselineFile file = new BaselineFile(Path.of(arguments[0]));
            IntStream.range(0, ENTRIES)
                    .mapToObj(number -> reads(1, "com.acme.Orders." + arguments[1] + "_" + number))
                    .forEach(call -> file.add(Findings.group(List.of(call))));
        }
    }
}
