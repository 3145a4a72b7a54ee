package io.github.liveliness.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.liveliness.model.ExecutorId;
import io.github.liveliness.model.Pressure;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class PressureGaugeTest {
    private static final ExecutorId EXECUTOR = new ExecutorId(1);
    private static final long MILLI = 1_000_000;

    private final PressureGauge gauge = new PressureGauge(EXECUTOR);
    private long now;

    @Test
    void ticksWithoutProgressAreQuiet() {
        press(5, 0);
        press(5, 0);
        press(5, 0);

        assertThat(gauge.pressure()).isEqualTo(new Pressure(EXECUTOR, 2, 0));
    }

    @Test
    void progressBeginsAnew() {
        press(5, 0);
        press(5, 0);
        press(6, 0);

        assertThat(gauge.pressure().quietTicks()).isZero();
    }

    @Test
    void aLateTickAgesNothing() {
        press(5, 0);
        gauge.press(pulse(5), 0, new Tick(now += 25 * MILLI, 3_000 * MILLI));

        assertThat(gauge.pressure().quietTicks()).isZero();
        assertThat(gauge.strain().pause()).isEqualTo(Duration.ofSeconds(3));
    }

    @Test
    void workersThatUseAMillisecondATickAreBusy() {
        press(5, 0);
        press(5, 20 * MILLI);
        press(5, 20 * MILLI);

        assertThat(gauge.pressure()).isEqualTo(new Pressure(EXECUTOR, 2, 1));
        assertThat(gauge.strain().processorTime()).isEqualTo(Duration.ofMillis(20));
    }

    @Test
    void processorTimeFromBeforeTheSilenceDoesNotCount() {
        press(5, 700 * MILLI);
        press(5, 700 * MILLI);

        assertThat(gauge.strain().processorTime()).isZero();
    }

    @Test
    void silenceLastsFromTheFirstPress() {
        press(5, 0);
        press(5, 0);
        press(5, 0);

        assertThat(gauge.strain()).isEqualTo(new Strain(Duration.ofMillis(50), Duration.ZERO, Duration.ZERO));
    }

    @Test
    void aReliefEndsTheSilenceEvenIfTheSameProgressIsSeenAgain() {
        press(5, 0);
        press(5, 0);
        gauge.release(now);
        press(5, 0);

        assertThat(gauge.pressure().quietTicks()).isZero();
        assertThat(gauge.strain().silence()).isZero();
    }

    private void press(long progress, long processorTime) {
        now += 25 * MILLI;
        gauge.press(pulse(progress), processorTime, new Tick(now, 0));
    }

    private static Pulse pulse(long progress) {
        return new Pulse(1, false, progress, List.of());
    }
}
