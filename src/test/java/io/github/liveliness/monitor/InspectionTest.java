package io.github.liveliness.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** Rounds of a watcher by a clock that is turned by hand. */
class InspectionTest {

    private static final Duration PERIOD = Duration.ofMillis(100);

    private final HandClock clock = new HandClock();
    private final HandPacer pacer = new HandPacer(clock);
    private final HandRuntime runtime = new HandRuntime();
    private final Recorder recorder = new Recorder();
    private final LivelinessMonitor monitor = start(runtime);
    private final Inspection inspection = Watcher.builder()
            .listener(recorder)
            .remedy(Duration.ofSeconds(4), recorder.remedy("third remedy"))
            .remedy(Duration.ofSeconds(2), recorder.remedy("first remedy"))
            .remedy(Duration.ofSeconds(2), recorder.remedy("second remedy"))
            .inspection(clock);

    @Test
    void aRuntimeThatBeatsIsLeftAlone() {
        watch("pool", monitor);
        for (int i = 0; i < 100; i++) {
            rounds(1);
            runtime.runNext();
            pacer.endPause();
        }

        assertThat(recorder.lines()).isEmpty();
    }

    @Test
    void aStallIsToldTreatedAndGivenUpInThisOrderAndOnce() {
        watch("pool", monitor);

        rounds(10);
        assertThat(recorder.lines()).containsExactly("pool: stall");
        assertThat(recorder.lastEvent())
                .isEqualTo(new StallEvent("pool", Duration.ofSeconds(1), HandClock.NOON, BeatState.BEATING));

        rounds(10);
        assertThat(recorder.lines()).endsWith("pool: first remedy", "pool: second remedy");

        rounds(100);
        assertThat(recorder.lines())
                .containsExactly(
                        "pool: stall",
                        "pool: first remedy",
                        "pool: second remedy",
                        "pool: third remedy",
                        "pool: give up");
    }

    @Test
    void aRecoveryIsToldEvenAfterGivingUpAndTheNextStallIsTreatedAgain() {
        watch("pool", monitor);
        rounds(50);

        runtime.runNext();
        rounds(1);
        assertThat(recorder.lines()).endsWith("pool: give up", "pool: recovery");
        assertThat(recorder.lastEvent().silence()).isEqualTo(Duration.ofSeconds(5));

        pacer.endPause();
        rounds(20);
        assertThat(recorder.lines())
                .endsWith("pool: recovery", "pool: stall", "pool: first remedy", "pool: second remedy");
    }

    @Test
    void aPauseOfTheWholeProcessIsNoStall() {
        watch("pool", monitor);

        clock.advance(Duration.ofSeconds(30));
        inspection.round();

        assertThat(recorder.lines()).isEmpty();
    }

    @Test
    void silenceFromBeforeTheWatchIsNotHeldAgainstTheRuntime() {
        rounds(100);
        watch("pool", monitor);

        rounds(9);

        assertThat(recorder.lines()).isEmpty();
    }

    @Test
    void aRuntimeThatRejectsItsBeatsIsStalledAndTheEventSaysSo() {
        watch("pool", monitor);
        runtime.runNext();
        runtime.refuse(new RejectedExecutionException("queue is full"));
        pacer.endPause();

        rounds(11);

        assertThat(recorder.lines()).containsExactly("pool: stall");
        assertThat(recorder.lastEvent().state()).isEqualTo(BeatState.REJECTED);
    }

    @Test
    void severalRuntimesAreJudgedOneByOne() {
        HandRuntime other = new HandRuntime();
        LivelinessMonitor healthy = start(other);
        other.runNext();
        watch("pool", monitor);
        watch("other", healthy);

        rounds(11);

        assertThat(recorder.lines()).containsExactly("pool: stall");
        assertThat(healthy.isBeating()).isTrue();
    }

    @Test
    void aClosedMonitorIsDropped() {
        watch("pool", monitor);
        monitor.close();

        rounds(100);

        assertThat(recorder.lines()).isEmpty();
    }

    @Test
    void aMonitorThatNobodyHoldsIsDropped() {
        AtomicReference<LivelinessMonitor> strong = new AtomicReference<>(start(new HandRuntime()));
        watch("forgotten", strong.get());

        Memory.forget(strong);
        rounds(100);

        assertThat(recorder.lines()).isEmpty();
    }

    private void watch(String name, LivelinessMonitor watched) {
        inspection.add(new Watched(name, watched));
    }

    private LivelinessMonitor start(HandRuntime host) {
        return LivelinessMonitor.start(Host.function(host), Pace.standard(), new Timing(clock, pacer))
                .monitor();
    }

    private void rounds(int count) {
        for (int round = 0; round < count; round++) {
            clock.advance(PERIOD);
            inspection.round();
        }
    }
}
