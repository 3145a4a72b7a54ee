package io.github.liveliness;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.liveliness.testing.ForkedJvm;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs as large as they come: many tests at a time, and many executors one after the other. */
class LongRunsIT {
    /** More than anybody needs to tell one run from another. */
    private static final long FIVE_MEGABYTES = 5 << 20;

    @TempDir
    private Path output;

    @Test
    void ofAThousandTestsInParallelExactlyThoseFailThatStallAndNothingIsLeftOfThem() {
        List<String> stalled = Stream.of("A", "B", "C", "D", "E", "F", "G", "H", "I", "J")
                .flatMap(type -> IntStream.of(50, 100).mapToObj(number -> type + "-" + number))
                .toList();

        ForkedJvm.Outcome outcome = fork(ThousandTests.class);

        assertThat(outcome.lines()).as(outcome.err()).contains("passed 980");
        assertThat(told(outcome, "failed "))
                .containsExactlyInAnyOrderElementsOf(stalled.stream()
                        .map(pool -> "STARVATION (PROVEN) on [" + pool + "]")
                        .toList());
        assertThat(grown(outcome)).isLessThan(FIVE_MEGABYTES);
    }

    @Test
    void ofAHundredThousandExecutorsNothingIsLeft() {
        ForkedJvm.Outcome outcome = fork(ShortLivedExecutors.class);

        assertThat(outcome.lines()).as(outcome.err()).contains("passed [makesThem]");
        assertThat(grown(outcome)).isLessThan(FIVE_MEGABYTES);
    }

    private ForkedJvm.Outcome fork(Class<?> program) {
        return ForkedJvm.of(program)
                .jvmArguments("-Xmx512m", "-Dliveliness.output=" + output)
                .run();
    }

    private static long grown(ForkedJvm.Outcome outcome) {
        return Long.parseLong(told(outcome, "grown ").get(0));
    }

    private static List<String> told(ForkedJvm.Outcome outcome, String beginning) {
        return outcome.lines().stream()
                .filter(line -> line.startsWith(beginning))
                .map(line -> line.substring(beginning.length()))
                .toList();
    }
}
