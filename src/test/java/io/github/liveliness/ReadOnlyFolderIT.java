package io.github.liveliness;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.liveliness.testing.ForkedJvm;
import io.github.liveliness.testing.ForkedJvm.Outcome;
import io.github.liveliness.testing.Launched;
import io.github.liveliness.testing.LockStalls;
import io.github.liveliness.testing.Stalls;
import io.github.liveliness.testing.TellingFixture;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Reports are to be written to a folder that is there, and in which nobody can make a file, not even root. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "No other system is known to have such a folder.")
class ReadOnlyFolderIT {
    private static final Path READ_ONLY = Path.of("/sys/kernel");

    @Test
    void testsKeepTheirOutcomeAndOneLineSaysWhatIsWrong() {
        Outcome outcome = run(Program.class);

        assertThat(outcome.lines())
                .as(outcome.err())
                .containsExactly(
                        "passed [passes]",
                        "failed [failsByItself, stalls, stallsAgain]",
                        TellingFixture.OWN_FAILURE,
                        "stalls reported: true",
                        "stallsAgain reported: true");
        assertThat(linesOfOurs(outcome))
                .singleElement()
                .asString()
                .startsWith("Liveliness could not write its report to " + READ_ONLY)
                .endsWith("Set liveliness.output to a folder that can be written.");
    }

    /** No failure of its test will ever be shown. */
    @Test
    void aJvmThatIsHaltedShowsTheReportItself() {
        Outcome outcome = run(Halting.class, "-Dliveliness.halt=true");

        assertThat(outcome.exitCode()).as(outcome.err()).isEqualTo(86);
        assertThat(linesOfOurs(outcome))
                .hasSize(2)
                .anyMatch(line -> line.startsWith("Liveliness could not write its report to " + READ_ONLY))
                .anyMatch(line -> line.contains("halts with exit code 86"));
        assertThat(outcome.err()).contains("STARVATION (", "Blocked.entersTheMonitor()", "'orders'");
    }

    private static Outcome run(Class<?> program, String... settings) {
        return ForkedJvm.of(program)
                .brief()
                .jvmArguments("-Dliveliness.output=" + READ_ONLY)
                .jvmArguments(settings)
                .run();
    }

    private static List<String> linesOfOurs(Outcome outcome) {
        return outcome.err()
                .lines()
                .filter(line -> line.startsWith("Liveliness") && !line.contains("attached"))
                .toList();
    }

    static final class Program {
        private Program() {}

        public static void main(String[] none) {
            Launched tests = TellingFixture.runAndTell(Fixture.class);
            for (String test : List.of("stalls", "stallsAgain")) {
                System.out.println(test + " reported: "
                        + tests.stallOf(test).getMessage().contains(" in the queue of 'orders', submitted "));
            }
        }
    }

    @DetectStalls
    static class Fixture extends TellingFixture {
        @Test
        void stalls() throws Exception {
            Stalls.nestedGet();
        }

        @Test
        void stallsAgain() throws Exception {
            Stalls.nestedGet();
        }
    }

    static final class Halting {
        private Halting() {}

        public static void main(String[] none) {
            Launched.run(Blocked.class);
        }
    }

    @DetectStalls
    static class Blocked {
        @Test
        void entersTheMonitor() throws Exception {
            LockStalls.monitorOfAStuckTask();
        }
    }
}
