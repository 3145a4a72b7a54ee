package io.github.liveliness.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class WatcherBuilderTest {

    private static final Duration NEGATIVE = Duration.ofSeconds(-1);

    private static final Duration SECOND = Duration.ofSeconds(1);

    private final WatcherBuilder builder = Watcher.builder();
    private final Recorder recorder = new Recorder();
    private final HandClock clock = new HandClock();
    private final LivelinessMonitor stalled = LivelinessMonitor.start(
                    Host.function(new HandRuntime()), Pace.standard(), new Timing(clock, new HandPacer(clock)))
            .monitor();

    @Test
    void refusesDurationsThatAreNotPositiveAndNamesTheSetting() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.period(Duration.ZERO))
                .withMessage("WatcherBuilder.period was given PT0S."
                        + " It needs a duration longer than zero, such as PT0.1S.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.warnAfter(NEGATIVE))
                .withMessageContaining("warnAfter was given PT-1S");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.giveUpAfter(NEGATIVE))
                .withMessageContaining("giveUpAfter was given PT-1S");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.remedy(NEGATIVE, stall -> {}))
                .withMessageContaining("remedy was given PT-1S");
    }

    @Test
    void refusesToGiveUpBeforeItWarns() {
        builder.warnAfter(Duration.ofSeconds(6));

        assertThatIllegalArgumentException()
                .isThrownBy(builder::start)
                .withMessage("A watcher would give up after PT5S, before it warns after PT6S."
                        + " Set giveUpAfter to PT6S or more.");
    }

    @Test
    void warnsAfterOneSecondAndGivesUpAfterFiveByDefault() {
        Inspection inspection = builder.period(SECOND).listener(recorder).inspection(clock);
        inspection.add(new Watched("pool", stalled));

        rounds(inspection, 1, SECOND);
        assertThat(recorder.lines()).containsExactly("pool: stall");
        rounds(inspection, 3, SECOND);
        assertThat(recorder.lines()).hasSize(1);
        rounds(inspection, 1, SECOND);
        assertThat(recorder.lines()).containsExactly("pool: stall", "pool: give up");
        assertThat(stalled.isBeating()).isTrue();
    }

    @Test
    void looksEveryHundredMillisecondsByDefaultAndSoCallsTwiceThatTooLate() {
        Inspection inspection = builder.listener(recorder).inspection(clock);
        inspection.add(new Watched("pool", stalled));

        rounds(inspection, 100, Duration.ofMillis(201));
        assertThat(recorder.lines()).isEmpty();

        rounds(inspection, 5, Duration.ofMillis(200));
        assertThat(recorder.lines()).containsExactly("pool: stall");
    }

    private void rounds(Inspection inspection, int count, Duration gap) {
        for (int round = 0; round < count; round++) {
            clock.advance(gap);
            inspection.round();
        }
    }
}
