package io.github.liveliness.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.liveliness.engine.SettingSyntax.Reading;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SizeSyntaxTest {

    @ParameterizedTest
    @CsvSource({
        "1, 1",
        "7 B, 7",
        "1 kb, 1024",
        "1k, 1024",
        "1 KiB, 1024",
        "256 MB, 268435456",
        "256m, 268435456",
        "1g, 1073741824",
        "2 TB, 2199023255552",
        "9223372036854775807, 9223372036854775807"
    })
    void sizesReadAsTheJvmsOwn(String text, long bytes) {
        assertThat(new SizeSyntax().read(text)).isEqualTo(new Reading.Value<>(bytes));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "much | it is not a whole number with a unit (KB, MB, GB)",
                "1.5 GB | it is not a whole number with a unit (KB, MB, GB)",
                "7 apples | \"apples\" is not a unit (KB, MB, GB)",
                "7 mbb | \"mbb\" is not a unit (KB, MB, GB)",
                "0 MB | an amount of memory is more than nothing, and less than 8 exabytes",
                "-1 MB | an amount of memory is more than nothing, and less than 8 exabytes",
                "9223372036854775808 | an amount of memory is more than nothing, and less than 8 exabytes",
                "8388608 TB | an amount of memory is more than nothing, and less than 8 exabytes"
            })
    void whatIsNoSizeSaysWhy(String text, String why) {
        assertThat(new SizeSyntax().read(text)).isEqualTo(new Reading.Wrong<>(why, "Try \"256 MB\"."));
    }
}
