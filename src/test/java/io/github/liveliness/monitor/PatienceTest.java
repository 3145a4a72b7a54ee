package io.github.liveliness.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class PatienceTest {

    private final Patience patience = new Patience();

    @Test
    void endsAfterOneSecondAndThenInEverLongerGaps() {
        long[] ends = LongStream.rangeClosed(0, 10_000)
                .filter(millis -> patience.endsAfter(Duration.ofMillis(millis)))
                .toArray();

        assertThat(ends).containsExactly(1_000, 2_000, 4_000, 8_000);
    }

    @Test
    void startsOverWithTheNextWait() {
        assertThat(patience.endsAfter(Duration.ofSeconds(1))).isTrue();

        assertThat(patience.endsAfter(Duration.ZERO)).isFalse();

        assertThat(patience.endsAfter(Duration.ofSeconds(1))).isTrue();
    }

    @Test
    void lastsForCenturies() {
        long ends = LongStream.range(0, 292)
                .filter(years -> patience.endsAfter(Duration.ofDays(365 * years)))
                .count();

        assertThat(ends).isGreaterThan(8);
    }
}
