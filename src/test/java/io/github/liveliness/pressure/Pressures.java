package io.github.liveliness.pressure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertAll;

import io.github.liveliness.testing.ForkedJvm;
import io.github.liveliness.testing.ForkedJvm.Outcome;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** What the tests of JVMs under pressure have in common: the fixtures, and what must become of them. */
final class Pressures {
    private static final String[] FIXTURES = {Pressed.Healthy.class.getName(), Pressed.Stalled.class.getName()};
    private static final int HEALTHY = Pressed.Healthy.TESTS;
    /** Only ends what hangs: where the host is busy as well, a collection alone takes seconds. */
    static final Duration LIMIT = Duration.ofMinutes(6);

    private static final List<String> STALLED = Pressed.Stalled.ENDINGS;

    private Pressures() {}

    /** All tests of it are in progress at a time. */
    static int tests() {
        return HEALTHY + STALLED.size();
    }

    static String[] fixtures() {
        return FIXTURES.clone();
    }

    /** Where each test has a threshold lower than what the pressure takes. */
    static ForkedJvm jvm(Class<?> program, Path output) {
        return ForkedJvm.of(program)
                .within(LIMIT)
                // Where the heap is asked, whom it names is given the time that this takes: without, more would fail.
                .jvmArguments("-Dliveliness.output=" + output, "-Dliveliness.proof=graph")
                .jvmArguments(Pressed.LOW_THRESHOLDS);
    }

    /** Every healthy test has passed, and every stall was found. */
    static void assertSound(Outcome outcome) {
        assertSound(outcome, HEALTHY);
    }

    /** The same, with so many healthy tests of one's own. */
    static void assertSound(Outcome outcome, int healthy) {
        assertAll(
                () -> assertThat(outcome.exitCode()).as(outcome.toString()).isZero(),
                () -> assertThat(lines(outcome, "failed ")).as("false failures").isSubsetOf(STALLED),
                () -> assertThat(lines(outcome, "failed ")).as("stalls found").containsAll(STALLED),
                () -> assertThat(lines(outcome, "passed ")).as("healthy tests").hasSize(healthy));
    }

    private static List<String> lines(Outcome outcome, String beginning) {
        return outcome.lines().stream()
                .filter(line -> line.startsWith(beginning))
                // The heap proves it, where it is small and can be asked in time; or names one who could still have
                // moved when
                // it was asked, and then it is suspected, and fails as soon at this threshold.
                .map(line -> line.replaceFirst("bySignals (PROVEN|SUSPECTED)", "bySignals LIKELY"))
                .toList();
    }
}
