package io.github.liveliness.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {

    @ParameterizedTest
    @CsvSource({
        "OrderService$$Lambda/0x00007f1d14001000@4b0b0854, a lambda in OrderService",
        "com.acme.OrderService$$Lambda$14/0x00007f1d14001000@5e2, a lambda in OrderService",
        "com.acme.OrderService$$Lambda$14/1234567@5e2, a lambda in OrderService",
        "com.acme.OrderService$Batch$$Lambda/0x1f, a lambda in OrderService.Batch",
        "FutureTask@1b of com.acme.Größe$$Lambda/0x1f@2, FutureTask@1b of a lambda in Größe",
        "com.acme.OrderService$1@5e2, com.acme.OrderService$1@5e2"
    })
    void lambdasAreToldByTheClassTheyStandIn(String raw, String readable) {
        assertThat(Words.readable(raw)).isEqualTo(readable);
    }

    @Test
    void controlCharactersDoNotBreakTheLayout() {
        assertThat(Words.readable("orders\r\n\t-1\u001b[31m\u2028\u0085")).isEqualTo("orders -1 [31m ");
    }

    @Test
    void whatFitsIsNotShortened() {
        assertThat(Words.shortened("orders-1", 8)).isEqualTo("orders-1");
    }

    @Test
    void shortenedTextKeepsItsBeginningAndItsEnd() {
        assertThat(Words.shortened("a-very-long-name-of-a-worker-17", 15)).isEqualTo("a-very...ker-17");
    }

    @Test
    void shorteningNeverSplitsACharacter() {
        String horses = "\uD83D\uDC0E".repeat(20);

        for (int width = 10; width < horses.length(); width++) {
            String shortened = Words.shortened(horses, width);

            assertThat(shortened.replace("\uD83D\uDC0E", "")).isEqualTo("...");
            assertThat(shortened).hasSizeLessThanOrEqualTo(width);
        }
    }

    @ParameterizedTest
    @CsvSource({"it hangs, It hangs.", "It hangs., It hangs.", "été, Été.", "'', ."})
    void aClauseBecomesASentence(String clause, String sentence) {
        assertThat(Words.sentence(clause)).isEqualTo(sentence);
    }

    @Test
    void wordsAreListedAsInASentence() {
        assertThat(Words.list(List.of())).isEmpty();
        assertThat(Words.list(List.of("a"))).isEqualTo("a");
        assertThat(Words.list(List.of("a", "b"))).isEqualTo("a and b");
        assertThat(Words.list(List.of("a", "b", "c"))).isEqualTo("a, b and c");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {"0; 0", "999; 999", "1000; 1,000", "1234567; 1,234,567", "-123; -123", "-1234; -1,234"})
    void numbersAreGroupedByThousands(long number, String words) {
        assertThat(Words.number(number)).isEqualTo(words);
    }

    @Test
    void countsAgreeWithTheirNoun() {
        assertThat(Words.count(0, "task")).isEqualTo("0 tasks");
        assertThat(Words.count(1, "task")).isEqualTo("1 task");
        assertThat(Words.count(12_345, "task")).isEqualTo("12,345 tasks");
    }
}
