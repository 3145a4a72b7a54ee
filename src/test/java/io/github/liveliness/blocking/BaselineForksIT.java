package io.github.liveliness.blocking;

import static io.github.liveliness.blocking.Calls.reads;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BaselineForksIT {

    private static final int JVMS = 4;
    private static final int ENTRIES = 50;

    @TempDir
    Path folder;

    @Test
    void forksThatWriteTogetherLoseNoEntry() throws IOException, InterruptedException {
        Path file = folder.resolve("blocking.txt");
        List<Process> forks = new ArrayList<>();
        for (int fork = 0; fork < JVMS; fork++) {
            forks.add(fork(file, fork));
        }
        for (Process fork : forks) {
            assertThat(fork.waitFor(2, TimeUnit.MINUTES)).isTrue();
            assertThat(fork.exitValue()).isZero();
        }

        assertThat(new BaselineFile(file).read().entries()).hasSize(JVMS * ENTRIES);
    }

    private static Process fork(Path file, int number) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Writer.class.getName(),
                        file.toString(),
                        "fork" + number)
                .inheritIO()
                .start();
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
