package io.github.liveliness.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apiguardian.api.API;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs each program of {@code examples/liveliness-monitor} in a JVM of its own, from its source. */
class MonitorExamplesIT {

    private static final Path SOURCES = Path.of("examples", "liveliness-monitor", "src", "main", "java", "example");

    @TempDir
    Path directory;

    @Test
    void aHealthyRuntimeGoesStrong() throws Exception {
        assertThat(run("HealthyRuntime"))
                .containsExactly(
                        "Monitoring a pool of 4 threads.",
                        "After 1 s: the pool is going strong, it started a task less than a second ago.",
                        "After 2 s: the pool is going strong, it started a task less than a second ago.",
                        "After 3 s: the pool is going strong, it started a task less than a second ago.",
                        "The monitor is closed and puts nothing into the pool any more.");
    }

    @Test
    void aStalledRuntimeIsWarnedOfAtOneSecondAndGivenUpAtFive() throws Exception {
        assertThat(run("StalledRuntime"))
                .containsExactly(
                        "Two tasks take both threads. Each waits for a task that is queued behind them.",
                        "Warning: pool 'orders' has started no task for 1 s, it is probably stalled.",
                        "Giving up on pool 'orders' after 5 s, its tasks are interrupted.",
                        "The first task ended: InterruptedException",
                        "The second task ended: InterruptedException");
    }

    @Test
    void aRuntimeThatIsNoExecutorIsMonitoredByItsSubmitFunction() throws Exception {
        assertThat(run("HomemadeEventLoop"))
                .containsExactly(
                        "The loop took the first beat and returned 'task 1'.",
                        "A handler now blocks the loop until a reply comes.",
                        "Warning: the event loop has started no task for 1 s.",
                        "The reply was sent as a remedy after 2 s, and the event loop is alive again.",
                        "The loop has stopped.");
    }

    private List<String> run(String program) throws IOException, InterruptedException, URISyntaxException {
        Path output = directory.resolve(program + ".txt");
        ProcessBuilder java = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        placeOf(LivelinessMonitor.class) + File.pathSeparator + placeOf(API.class),
                        SOURCES.resolve(program + ".java").toString())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        // The JVM announces options it finds here, on the output we compare.
        java.environment().keySet().removeAll(Set.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS"));
        Process process = java.start();
        try {
            assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        } finally {
            process.destroyForcibly();
        }
        List<String> lines = Files.readAllLines(output);
        assertThat(process.exitValue()).as("%s", lines).isZero();
        return lines;
    }

    private static Path placeOf(Class<?> type) throws URISyntaxException {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    }
}
