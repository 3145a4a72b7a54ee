package io.github.liveliness.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PunctualityTest {

    private final HandClock clock = new HandClock();
    private final Punctuality punctuality = new Punctuality(clock, Duration.ofMillis(100));

    @Test
    void countsTheTimeBetweenTwoLooks() {
        clock.advance(Duration.ofMillis(101));
        assertThat(punctuality.timeSeen()).isEqualTo(Duration.ofMillis(101));

        clock.advance(Duration.ofMillis(99));
        assertThat(punctuality.timeSeen()).isEqualTo(Duration.ofMillis(99));
    }

    @Test
    void toleratesTwiceThePeriod() {
        clock.advance(Duration.ofMillis(200));

        assertThat(punctuality.timeSeen()).isEqualTo(Duration.ofMillis(200));
    }

    @Test
    void aLookAfterAPauseOfTheWholeProcessCountsForNothing() {
        clock.advance(Duration.ofSeconds(3));
        assertThat(punctuality.timeSeen()).isZero();

        clock.advance(Duration.ofMillis(100));
        assertThat(punctuality.timeSeen()).isEqualTo(Duration.ofMillis(100));
    }
}
