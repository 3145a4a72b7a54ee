package io.github.liveliness;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.liveliness.testing.ForkedJvm;
import io.github.liveliness.testing.Launch;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.console.ConsoleLauncher;

/**
 * Runs the tests of exploration in JVMs of their own: nothing is said to stall beside threads that may help, and other tests of
 * this build leave such threads behind.
 */
class ExplorationIT {
    private static final Duration LIMIT = Duration.ofMinutes(6);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ExploredStalls",
                "ExploredOutsiders",
                "ExploredLeftovers",
                "ExploredLiveStalls",
                "explore.LimitsOfControl",
                "explore.ProgramsUnderControl",
                "explore.SchedulesOfAnotherJdk"
            })
    void allTestsOfThisClassPass(String tests) {
        ForkedJvm.Outcome outcome = ForkedJvm.of(ConsoleLauncher.class)
                .within(LIMIT)
                .jvmArguments("-D" + Launch.WITHOUT_LIMIT + "=true")
                .run(
                        "execute",
                        "--disable-banner",
                        "--disable-ansi-colors",
                        "--details=summary",
                        "-c=" + ExplorationIT.class.getPackageName() + "." + tests);

        assertThat(outcome.exitCode()).as(outcome.toString()).isZero();
        assertThat(outcome.out()).as("tests that passed").containsPattern("\\[ +[1-9]\\d* tests successful +]");
    }
}
