package io.github.liveliness.explore;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.liveliness.explore.Ending.Stalled;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The schedules lie in a file, written by {@link ScheduleRecorder} on JDK 17 when the programs last changed. */
class SchedulesOfAnotherJdk {

    static final String FILE = "stalls-of-jdk-17.properties";

    static List<Subject> portablePrograms() {
        return Subject.PORTABLE;
    }

    @ParameterizedTest
    @MethodSource("portablePrograms")
    @DisplayName("A schedule that was found on JDK 17 stalls here, at the same decisions")
    void schedulesArePortable(Subject program) throws IOException {
        Properties recorded = new Properties();
        try (InputStream file = SchedulesOfAnotherJdk.class.getResourceAsStream(FILE)) {
            recorded.load(file);
        }
        List<Integer> chosen = Stream.of(recorded.getProperty(key(program)).split(" "))
                .map(Integer::valueOf)
                .toList();
        try (ControlledProgram controlled = ControlledProgram.of(program)) {
            Run run = controlled.run(new RecordedDecider(chosen));
            assertThat(run.ending()).isInstanceOf(Stalled.class);
            assertThat(run.decisions().chosen()).isEqualTo(chosen);
            assertThat(numbers(run.decisions().counts())).isEqualTo(recorded.getProperty(key(program) + ".counts"));
        }
    }

    static String key(Subject program) {
        return program.name().replace(' ', '-');
    }

    static String numbers(List<Integer> numbers) {
        return numbers.stream().map(String::valueOf).collect(Collectors.joining(" "));
    }
}
