package io.github.liveliness.blocking.probes;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.liveliness.testing.ForkedJvm;
import io.github.liveliness.testing.ForkedJvm.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What of all probes is found, on the JDK that runs; {@code -Dprobes.table=<folder>} has the table written. */
class ConformanceIT {

    @Test
    void almostNoneIsMissedAndNothingIsFoundInVain() throws IOException {
        Outcome outcome = ForkedJvm.of(ConformanceProgram.class)
                .within(Duration.ofMinutes(5))
                .run();

        assertThat(outcome.exitCode()).as(outcome.out() + outcome.err()).isZero();
        List<String> lines = outcome.lines();
        write(lines.subList(lines.indexOf(ConformanceProgram.TABLE) + 1, lines.size()));
        assertThat(Double.parseDouble(valueOf(ConformanceProgram.DETECTED, lines)))
                .as(outcome.out())
                .isGreaterThanOrEqualTo(0.95);
        assertThat(Double.parseDouble(valueOf(ConformanceProgram.DETECTED_WITH_RECORDER, lines)))
                .as(outcome.out())
                .isGreaterThanOrEqualTo(0.97);
        assertThat(valueOf(ConformanceProgram.IN_VAIN, lines)).as(outcome.out()).isEqualTo("0");
        assertThat(valueOf(ConformanceProgram.IN_VAIN_WITH_RECORDER, lines))
                .as(outcome.out())
                .isEqualTo("0");
    }

    private static String valueOf(String name, List<String> lines) {
        return lines.stream()
                .filter(line -> line.startsWith(name))
                .map(line -> line.substring(name.length()))
                .findFirst()
                .orElseThrow();
    }

    private static void write(List<String> table) throws IOException {
        String folder = System.getProperty("probes.table", "");
        if (!folder.isEmpty()) {
            int jdk = Runtime.version().feature();
            Files.writeString(
                    Path.of(folder, "blocking-on-jdk-" + jdk + ".md"),
                    "# Which blocking calls are found on JDK " + jdk + "\n\n" + String.join("\n", table) + "\n");
        }
    }
}
