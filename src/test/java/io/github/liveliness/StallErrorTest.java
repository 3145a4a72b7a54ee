package io.github.liveliness;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.liveliness.testing.Launched;
import io.github.liveliness.testing.Pools;
import io.github.liveliness.testing.Reports;
import io.github.liveliness.testing.Stalls;
import io.github.liveliness.testing.Workers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.AssertionFailedError;

class StallErrorTest {

    @Test
    void itIsAnAssertionThatFailedAtTheLineWhereTheTestWaits() {
        StallError error = Launched.run(WaitsHere.class).stallOf("waits");

        assertThat(error).isInstanceOf(AssertionFailedError.class);
        StackTraceElement nearest = Stream.of(error.getStackTrace())
                .filter(frame -> frame.getClassName().startsWith("io.github.liveliness"))
                .findFirst()
                .orElseThrow();
        assertThat(nearest.getClassName()).isEqualTo(WaitsHere.class.getName());
        assertThat(nearest.getMethodName()).isEqualTo("waitsHere");
    }

    @DetectStalls
    static class WaitsHere {
        @Test
        void waits() throws Exception {
            waitsHere(Stalls.startNestedGet(Pools.fixed("orders", 1), 1).get(0));
        }

        private static void waitsHere(Future<?> stuck) throws Exception {
            stuck.get();
        }
    }

    @Test
    void whatTheTestThrewInTheEndIsTheCause() {
        Launched tests = Launched.run(ThrowsInTheEnd.class);

        assertThat(tests.stallOf("throwsInterrupted")).hasCauseInstanceOf(InterruptedException.class);
        assertThat(tests.stallOf("throwsItsOwn")).hasRootCauseMessage("its own");
        assertThat(tests.stallOf("throwsNothing")).hasNoCause();
    }

    @DetectStalls(lend = false)
    static class ThrowsInTheEnd {
        @Test
        void throwsInterrupted() throws Exception {
            Stalls.nestedGet();
        }

        @Test
        void throwsItsOwn() {
            try {
                Stalls.nestedGet();
            } catch (Exception interrupted) {
                throw new IllegalStateException("its own");
            }
        }

        @Test
        void throwsNothing() {
            try {
                Stalls.nestedGet();
            } catch (Exception interrupted) {
                // Some tests do.
            }
        }
    }

    @Test
    void theMessageIsTheHeadOfTheReportAndTheFileHoldsAllOfIt(@TempDir Path output) throws IOException {
        StallError error = Launched.with("liveliness.output", output.toString())
                .run(HundredThreads.class)
                .stallOf("stalls");

        String report = Files.readString(onlyFile(output));
        assertThat(error.getMessage())
                .hasSizeLessThan(5_000)
                .contains(onlyFile(output).toString());
        assertThat(error.getMessage()).startsWith(firstLine(report));
        assertThat(report).containsIgnoringCase(error.stall().sentence()).hasSizeGreaterThan(5_000);
        assertThat(report).contains("many-1\"", "many-100\"", "liveliness watcher");
    }

    @DetectStalls
    static class HundredThreads {
        @Test
        void stalls() throws Exception {
            ExecutorService pool = Pools.fixed("many", 100);
            List<Callable<Object>> different = IntStream.range(0, 100)
                    .<Callable<Object>>mapToObj(depth -> () -> waitAtDepth(depth, pool))
                    .toList();
            Workers.start(pool, different).get(0).get(60, SECONDS);
        }

        private static Object waitAtDepth(int depth, ExecutorService pool) throws Exception {
            return depth == 0 ? pool.submit(() -> 1).get() : waitAtDepth(depth - 1, pool);
        }
    }

    @Test
    void eachStallGetsAFileOfItsOwn(@TempDir Path output) throws IOException {
        Launched tests = Launched.with("liveliness.output", output.toString()).run(StallsAgainAndAgain.class);

        assertThat(tests.failed()).hasSize(3);
        assertThat(Reports.in(output)).hasSize(3);
    }

    @DetectStalls
    static class StallsAgainAndAgain {
        @RepeatedTest(value = 3, name = "again")
        void stalls() throws Exception {
            Stalls.nestedGet();
        }
    }

    @Test
    void aFolderThatCannotBeWrittenCostsTheFileAlone(@TempDir Path folder) throws IOException {
        Path file = Files.createFile(folder.resolve("occupied"));

        StallError error = Launched.with("liveliness.output", file.toString())
                .run(StallsAgainAndAgain.class)
                .stallOf("stalls[1]");

        assertThat(error.getMessage()).contains("'orders'").doesNotContain(file.toString());
    }

    private static Path onlyFile(Path folder) throws IOException {
        assertThat(Reports.in(folder)).hasSize(1);
        return Reports.in(folder).get(0);
    }

    private static String firstLine(String text) {
        return text.lines().findFirst().orElseThrow();
    }
}
