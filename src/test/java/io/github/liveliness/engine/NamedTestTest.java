package io.github.liveliness.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NamedTestTest {
    private static final NamedTest SECOND =
            new NamedTest("com.acme.Outer$Orders", "takes", Optional.of("int,java.lang.String[]"), OptionalInt.of(2));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "com.acme.Outer$Orders#takes",
                "com.acme.Outer$Orders#takes[2]",
                "com.acme.Outer$Orders#takes(int,java.lang.String[])",
                "com.acme.Outer$Orders#takes(int, java.lang.String[])[2]",
                "Outer$Orders#takes"
            })
    void aTestIsMeantByWhatItIsCalled(String text) {
        assertThat(NamedTest.read(text))
                .hasValueSatisfying(test -> assertThat(test.means(SECOND)).isTrue());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "com.acme.Outer#takes",
                "Orders#takes",
                "com.acme.Outer$Orders#take",
                "com.acme.Outer$Orders#takes[1]",
                "com.acme.Outer$Orders#takes()",
                "com.acme.Outer$Orders#takes(int)[2]"
            })
    void aTestIsNotMeantByWhatAnotherIsCalled(String text) {
        assertThat(NamedTest.read(text))
                .hasValueSatisfying(test -> assertThat(test.means(SECOND)).isFalse());
    }

    @ParameterizedTest
    @ValueSource(strings = {"com.acme.Orders", "com.acme.Orders#", "#takes", "a b#takes", "com.acme.Orders#a#b"})
    void whatNamesNoTestIsNone(String text) {
        assertThat(NamedTest.read(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"takes | com.acme.Orders#takes[2]", "adds (2) | com.acme.Orders#adds (2)(int)[2]"})
    void whatIsWrittenBrieflyIsReadAsTheSameTest(String method, String words) {
        NamedTest test = new NamedTest("com.acme.Orders", method, Optional.of("int"), OptionalInt.of(2));

        assertThat(test.brief().words()).isEqualTo(words);
        assertThat(NamedTest.read(words))
                .hasValueSatisfying(read -> assertThat(read.means(test)).isTrue());
    }

    @Test
    void whatIsWrittenInFullIsReadAgain() {
        assertThat(NamedTest.read(SECOND.words())).contains(SECOND);
    }
}
