package io.github.liveliness.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DurationsTest {

    @ParameterizedTest
    @CsvSource({
        "PT0S, 0 ms",
        "PT-3S, 0 ms",
        "PT0.0002S, under 1 ms",
        "PT0.34S, 340 ms",
        "PT0.499999S, 499 ms",
        "PT0.55S, 0.6 s",
        "PT0.64S, 0.6 s",
        "PT2S, 2 s",
        "PT9.97S, 10 s",
        "PT18S, 18 s",
        "PT90.4S, 90 s",
        "PT2M, 2 min",
        "PT2M30S, 2.5 min",
        "PT45M, 45 min",
        "PT3H, 3 h",
        "PT30H, 30 h",
        "PT72H, 3 days"
    })
    void durationsReadAsPeopleSayThem(Duration duration, String words) {
        assertThat(Durations.tell(duration)).isEqualTo(words);
    }

    @Test
    void theLongestDurationIsOneToo() {
        assertThat(Durations.tell(Duration.ofSeconds(Long.MAX_VALUE, 999_999_999)))
                .isEqualTo("106,751,991,167,301 days");
    }
}
