package io.github.liveliness.reach.programs;

import io.github.liveliness.testing.ForkedJvm;
import io.github.liveliness.testing.ForkedJvm.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * What programs printed that were run in a JVM of their own.
 *
 * @param exitCode not zero if it came to grief; the programs that were left are missing then
 * @param outcomes what came of each program, in their order
 * @param errors what it printed to standard error
 */
public record ProgramsJvm(int exitCode, List<ProgramOutcome> outcomes, String errors) {

    /** Compiles in the foreground, so that what was warmed up is compiled; and the common pool has several workers. */
    private static final ForkedJvm JVM = ForkedJvm.of(ProgramRunner.class)
            .jvmArguments("-XX:-BackgroundCompilation", "-Djava.util.concurrent.ForkJoinPool.common.parallelism=2");

    /** Enough for a program on a machine that is busy. */
    private static final Duration EACH = Duration.ofSeconds(3);

    public ProgramsJvm {
        outcomes = List.copyOf(outcomes);
    }

    /** Runs each program of a group once. */
    public static ProgramsJvm run(ProgramGroup group) {
        return run(group.names().size(), group.name().toLowerCase(Locale.ROOT));
    }

    /** Runs so many races in all, each program in turn. */
    public static ProgramsJvm race(int runs) {
        return run(runs, "races", String.valueOf(runs));
    }

    private static ProgramsJvm run(int programs, String... arguments) {
        Outcome outcome = JVM.within(EACH.multipliedBy(programs)).run(arguments);
        return new ProgramsJvm(
                outcome.exitCode(),
                outcome.lines().stream().map(ProgramOutcome::of).toList(),
                outcome.err());
    }
}
