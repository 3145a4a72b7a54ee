package io.github.liveliness.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.liveliness.model.Stall;
import io.github.liveliness.model.Verdict;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextReportTest {

    @ParameterizedTest
    @MethodSource("seeds")
    void aHeadNeverReachesFiveThousandCharactersAndAlwaysTellsHowToFix(long seed) {
        Stall stall = RandomStalls.huge(seed);
        String path = "target/liveliness/" + "x".repeat(new Random(seed).nextInt(900));

        String head = TextReport.head(stall, List.of(), Optional.of(path));

        assertThat(head)
                .hasSizeLessThan(5_000)
                .contains("How sure: ", "How to fix")
                .endsWith("Full report: " + path);
        assertThat(StandardCharsets.UTF_8.newEncoder().canEncode(head))
                .as("no character is split")
                .isTrue();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aFullReportCanBeMadeOfAnyStall(long seed) {
        assertThat(TextReport.full(RandomStalls.huge(seed), List.of(), "dump")).endsWith("\n\nThread dump\ndump");
    }

    @Test
    void aPathLongerThanAnyIsShortenedToo() {
        Stall stall = RandomStalls.huge(1);

        assertThat(TextReport.head(stall, List.of(), Optional.of("x".repeat(10_000))))
                .hasSizeLessThan(5_000);
    }

    @Test
    void aHeadWithoutAFullReportDoesNotPointToOne() {
        assertThat(TextReport.head(Stalls.nestedGet(200).build()))
                .contains("and 188 more\n")
                .doesNotContain("full report", "Full report");
    }

    @Test
    void aFullReportLeavesNothingOut() {
        assertThat(TextReport.full(Stalls.nestedGet(200).build(), List.of(), ""))
                .contains("orders-200 for FutureTask@21244, number 200 of 200 in the queue of 'orders'")
                .doesNotContain(" more\n");
    }

    @Test
    void whatFitsIsToldInFull() {
        Stall stall = Stalls.nestedGetWithExperiment();

        assertThat(TextReport.full(stall, List.of(), "dump")).startsWith(TextReport.head(stall));
    }

    @Test
    void namesInAnyScriptAreKept() {
        Stall stall = StallBuilder.stall(Verdict.PROVEN, Stall.Kind.STARVATION)
                .test("注文テスト.「四件」を同時に注文する()")
                .sentence("Пул «заказы» 🐎 стоит.")
                .build();

        assertThat(TextReport.head(stall))
                .startsWith("STARVATION (proven) in 注文テスト.「四件」を同時に注文する()\n\nПул «заказы» 🐎 стоит.\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"de-DE", "ar-EG", "hi-IN-u-nu-deva", "tr-TR"})
    @ResourceLock(Resources.LOCALE)
    void theLocaleOfTheMachineMakesNoDifference(String language) {
        Stall stall = RandomStalls.huge(7);
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.ROOT);
        try {
            String expected = TextReport.full(stall, List.of(), "");
            Locale.setDefault(Locale.forLanguageTag(language));

            assertThat(TextReport.full(stall, List.of(), "")).isEqualTo(expected);
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void equalStallsReadTheSame() {
        assertThat(TextReport.full(RandomStalls.huge(3), List.of(), "dump"))
                .isEqualTo(TextReport.full(RandomStalls.huge(3), List.of(), "dump"));
    }

    static LongStream seeds() {
        return LongStream.range(0, 10);
    }
}
