package io.github.liveliness.bench;

import io.github.liveliness.testing.ForkedJvm;
import io.github.liveliness.testing.ForkedJvm.Outcome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;

/**
 * What proofs by the heap cost where nothing is stuck: the wall time of a JVM that runs a hundred tests, each of which waits for
 * one and a half seconds, so that the heap is asked about it, beside one that runs them without Liveliness; in turn.
 *
 * <p>Reads an environment variable: {@code SLOW_SUITE_PAIRS}, how often to run both, twice if it is not set. Each pair takes five
 * minutes.
 */
public final class SlowSuite {
    private static final int PAIRS = Integer.parseInt(System.getenv().getOrDefault("SLOW_SUITE_PAIRS", "2"));
    private static final Duration LIMIT = Duration.ofMinutes(10);

    /** A dump of live objects is the only thing that makes the JVM collect its garbage for this cause. */
    private static final String DUMP = "(Heap Dump Initiated GC)";

    private SlowSuite() {}

    /** Runs all and prints each pair as soon as it is known. */
    public static void main(String[] arguments) throws Exception {
        System.out.printf(Locale.ROOT, "JDK %s%n", Runtime.version());
        double plain = 0;
        double watched = 0;
        for (int pair = 0; pair < PAIRS; pair++) {
            plain += run("without", SlowTests.Plain.class);
            watched += run("with", SlowTests.Watched.class);
        }
        System.out.printf(Locale.ROOT, "wall time with @DetectStalls / without: %.3f%n", watched / plain);
    }

    /** Its wall time in seconds. */
    private static double run(String name, Class<?> fixture) throws Exception {
        Path output = Files.createTempDirectory("slow-suite");
        long start = System.nanoTime();
        Outcome outcome = ForkedJvm.of(BareSuite.class)
                .jvmArguments("-Xlog:gc:stderr", "-Dliveliness.proof=heap", "-Dliveliness.output=" + output)
                .within(LIMIT)
                .run(fixture.getName());
        double seconds = (System.nanoTime() - start) / 1e9;
        long dumps = outcome.err().lines().filter(line -> line.contains(DUMP)).count();
        String tests = outcome.lines().stream()
                .filter(line -> line.startsWith(BareSuite.SUMMARY))
                .findFirst()
                .orElse("the JVM ended with " + outcome.exitCode() + ": " + outcome.err());
        System.out.printf(Locale.ROOT, "%-8s %8.2f s  %4d dumps  %s%n", name, seconds, dumps, tests);
        return seconds;
    }
}
