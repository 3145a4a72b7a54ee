package io.github.liveliness.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.liveliness.engine.SettingSyntax.Reading;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DurationSyntaxTest {

    @ParameterizedTest
    @CsvSource({
        "7 ns, PT0.000000007S",
        "7 μs, PT0.000007S",
        "7 µs, PT0.000007S",
        "500 ms, PT0.5S",
        "500ms, PT0.5S",
        "500 MS, PT0.5S",
        "5, PT5S",
        "5 s, PT5S",
        "5s, PT5S",
        "2 m, PT2M",
        "3 h, PT3H",
        "4 d, PT96H",
        "9223372036854775807 ns, PT2562047H47M16.854775807S"
    })
    void durationsReadAsInJUnit(String text, Duration duration) {
        assertThat(new DurationSyntax("").read(text)).isEqualTo(new Reading.Value<>(duration));
    }
}
