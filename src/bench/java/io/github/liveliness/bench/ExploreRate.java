package io.github.liveliness.bench;

import io.github.liveliness.testing.ForkedJvm;
import java.time.Duration;
import java.util.List;

/**
 * How many schedules a second are explored: of a correct program of nested submits, beside the same program without control in
 * the same JVM, and under Lincheck in another; and of a periodic task with a period of an hour.
 */
public final class ExploreRate {

    private static final String OPENS =
            "--add-opens=java.base/java.lang=ALL-UNNAMED,--add-opens=java.base/jdk.internal.misc=ALL-UNNAMED";

    private ExploreRate() {}

    /** Runs all and prints a line for each figure. */
    public static void main(String[] arguments) {
        print(ForkedJvm.of(ExploreRateProgram.class));
        print(ForkedJvm.of(LincheckRateProgram.class).jvmArguments(OPENS.split(",")));
    }

    private static void print(ForkedJvm jvm) {
        ForkedJvm.Outcome outcome = jvm.within(Duration.ofMinutes(5)).run();
        List<String> lines = outcome.lines().stream()
                .filter(line -> line.startsWith(ExploreRateProgram.RESULT))
                .toList();
        if (lines.isEmpty()) {
            throw new IllegalStateException(outcome.out() + outcome.err());
        }
        lines.forEach(System.out::println);
    }
}
