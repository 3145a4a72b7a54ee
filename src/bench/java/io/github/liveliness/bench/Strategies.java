package io.github.liveliness.bench;

import io.github.liveliness.testing.ForkedJvm;
import java.time.Duration;

/**
 * After how many schedules each strategy finds what stalls, at most 300: median and largest number of twenty seeds, and how many
 * of the ten replays of each stall that was found have shown it again. {@code STRATEGIES_PROGRAMS}, a regular expression, chooses programs.
 */
public final class Strategies {
    private static final Duration LIMIT = Duration.ofMinutes(10);

    private Strategies() {}

    /** Runs all and prints a line for each program. */
    public static void main(String[] arguments) {
        ForkedJvm.Outcome outcome =
                ForkedJvm.of(StrategiesProgram.class).within(LIMIT).run();
        if (outcome.exitCode() != 0) {
            throw new IllegalStateException(outcome.out() + outcome.err());
        }
        System.out.print(outcome.out());
    }
}
