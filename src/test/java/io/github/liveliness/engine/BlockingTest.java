package io.github.liveliness.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BlockingTest {

    /** A recording costs more than whoever asked for nothing should pay. */
    @ParameterizedTest
    @CsvSource({
        "report, auto, true, false",
        "report, auto, false, false",
        "report, on, true, true",
        "report, on, false, true",
        "report, off, false, false",
        "fail, auto, true, false",
        "fail, auto, false, true",
        "fail, on, true, true",
        "fail, off, false, false"
    })
    void theFlightRecorderIsAskedOnlyWhereSomebodyWantsIt(
            String then, String recorder, boolean hooked, boolean recorded) {
        Map<String, String> written = Map.of(Setting.BLOCKING.key(), then, Setting.BLOCKING_JFR.key(), recorder);
        Blocking blocking =
                Blocking.read(new SettingsSources(written, any -> Optional.empty(), any -> Optional.empty(), Set.of()));

        assertThat(blocking.isRecorded(hooked)).isEqualTo(recorded);
    }
}
