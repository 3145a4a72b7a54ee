package io.github.liveliness.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class HeartbeatTest {

    private static final Duration REST = Duration.ofMillis(25);

    private final HandClock clock = new HandClock();
    private final HandPacer pacer = new HandPacer(clock);
    private final HandRuntime runtime = new HandRuntime();

    @Test
    void storesTheTimeOfEachRun() {
        LivelinessMonitor monitor = start(Pace.standard());
        clock.advance(Duration.ofSeconds(1));
        assertThat(monitor.sinceLatestReport()).isEqualTo(Duration.ofSeconds(1));

        runtime.runNext();

        assertThat(monitor.sinceLatestReport()).isZero();
        assertThat(monitor.latestReport()).isEqualTo(HandClock.NOON.plusSeconds(1));
    }

    @Test
    void restsBetweenTwoRunsOutsideTheRuntimesQueue() {
        LivelinessMonitor monitor = start(Pace.standard());

        runtime.runNext();
        assertThat(runtime.queued()).isZero();

        pacer.endPause();
        assertThat(runtime.queued()).isOne();
        assertThat(monitor.sinceLatestReport()).isEqualTo(REST);
    }

    @Test
    void restsAsLongAsItsPaceSays() {
        LivelinessMonitor monitor = start(Pace.every(Duration.ofSeconds(7)));
        runtime.runNext();

        pacer.endPause();

        assertThat(monitor.sinceLatestReport()).isEqualTo(Duration.ofSeconds(7));
    }

    @Test
    void offersNoSecondBeatWhileTheRuntimeOwesOne() {
        LivelinessMonitor monitor = start(Pace.standard());

        pacer.endPauses(39);

        assertThat(runtime.offers()).isOne();
        assertThat(monitor.isBeating()).isTrue();
    }

    @Test
    void submitsItselfAtOnceIfContinuous() {
        LivelinessMonitor monitor = start(Pace.continuous());

        for (int run = 0; run < 1_000; run++) {
            clock.advance(Duration.ofNanos(1));
            runtime.runNext();
            assertThat(monitor.sinceLatestReport()).isZero();
        }

        assertThat(runtime.queued()).isOne();
    }

    @Test
    void isOverdueFromTheOfferOn() {
        LivelinessMonitor monitor = start(Pace.standard());
        clock.advance(Duration.ofSeconds(3));
        assertThat(monitor.overdue()).isEqualTo(Duration.ofSeconds(3));

        runtime.runNext();
        assertThat(monitor.overdue()).isZero();
    }

    @Test
    void isNotOverdueWhileThePacerIsHeldUp() {
        LivelinessMonitor monitor = start(Pace.standard());
        runtime.runNext();

        clock.advance(Duration.ofSeconds(3));

        assertThat(monitor.sinceLatestReport()).isEqualTo(Duration.ofSeconds(3));
        assertThat(monitor.overdue()).isZero();
    }

    @Test
    void isOverdueWhileTheRuntimeHoldsUpTheOfferItself() {
        Spawn<Integer> slow = beat -> {
            clock.advance(Duration.ofSeconds(3));
            return runtime.spawn(beat);
        };

        LivelinessMonitor monitor = LivelinessMonitor.start(
                        Host.function(slow), Pace.standard(), new Timing(clock, pacer))
                .monitor();

        assertThat(monitor.overdue()).isEqualTo(Duration.ofSeconds(3));
    }

    @Test
    void endsAtItsNextTurnOnceTheMonitorIsClosed() {
        LivelinessMonitor monitor = start(Pace.standard());
        runtime.runNext();

        monitor.close();
        monitor.close();

        assertThat(monitor.state()).isEqualTo(BeatState.ENDED);
        assertThat(monitor.isBeating()).isFalse();
        pacer.endPause();
        assertThat(runtime.offers()).isOne();
        assertThat(pacer.isIdle()).isTrue();
    }

    @Test
    void aBeatFoundInTheQueueAfterClosingReportsNothing() {
        LivelinessMonitor monitor = start(Pace.continuous());
        monitor.close();
        clock.advance(Duration.ofSeconds(1));

        runtime.runNext();

        assertThat(monitor.sinceLatestReport()).isEqualTo(Duration.ofSeconds(1));
        assertThat(runtime.queued()).isZero();
    }

    private LivelinessMonitor start(Pace pace) {
        return LivelinessMonitor.start(Host.function(runtime), pace, new Timing(clock, pacer))
                .monitor();
    }
}
