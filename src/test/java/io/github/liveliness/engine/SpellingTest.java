package io.github.liveliness.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpellingTest {

    @ParameterizedTest
    @CsvSource({
        "after, after, 0",
        "aftr, after, 1",
        "aftter, after, 1",
        "aften, after, 1",
        "'', after, 5",
        "after, '', 5",
        "kitten, sitting, 3"
    })
    void countsEdits(String from, String to, int edits) {
        assertThat(Spelling.edits(from, to)).isEqualTo(edits);
    }

    @Test
    void findsTheNearestWord() {
        assertThat(Spelling.nearest("hald", List.of("lend", "halt"))).contains("halt");
    }

    @Test
    void aWordUnlikeAnyOtherIsNoSlip() {
        assertThat(Spelling.nearest("colour", List.of("lend", "halt", "after"))).isEmpty();
    }
}
