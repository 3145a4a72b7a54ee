package io.github.liveliness.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PaceTest {

    @Test
    void restsTwentyFiveMillisecondsByDefault() {
        assertThat(Pace.standard().interval()).isEqualTo(Duration.ofMillis(25));
        assertThat(Pace.standard().isContinuous()).isFalse();
    }

    @Test
    void restsAsLongAsAsked() {
        Pace pace = Pace.every(Duration.ofMillis(100));

        assertThat(pace.interval()).isEqualTo(Duration.ofMillis(100));
        assertThat(pace.isContinuous()).isFalse();
        assertThat(pace).hasToString("Pace.every(PT0.1S)");
    }

    @Test
    void isContinuousOnRequest() {
        assertThat(Pace.continuous().isContinuous()).isTrue();
        assertThat(Pace.continuous()).hasToString("Pace.continuous()");
    }

    @Test
    void refusesAnIntervalThatIsNoRest() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Pace.every(Duration.ZERO))
                .withMessage("Pace.every was given PT0S. It needs a duration longer than zero, such as PT0.1S.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Pace.every(Duration.ofMillis(-1)))
                .withMessageContaining("PT-0.001S");
    }
}
