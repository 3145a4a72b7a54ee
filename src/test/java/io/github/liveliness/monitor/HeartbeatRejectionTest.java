package io.github.liveliness.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** Runtimes that refuse a beat, lose it, or run it where it proves nothing. */
class HeartbeatRejectionTest {

    private final HandClock clock = new HandClock();
    private final HandPacer pacer = new HandPacer(clock);
    private final HandRuntime runtime = new HandRuntime();
    private final RejectedExecutionException full = new RejectedExecutionException("queue is full");

    @Test
    void whatTheRuntimeThrowsAtTheStartReachesTheCaller() {
        runtime.refuse(full);

        assertThatThrownBy(() -> start(Pace.standard())).isSameAs(full);

        assertThat(pacer.isIdle()).isTrue();
    }

    @Test
    void aRejectionIsKeptForTheMonitorToTell() {
        LivelinessMonitor monitor = start(Pace.standard());
        runtime.runNext();
        runtime.refuse(full);

        pacer.endPause();

        assertThat(monitor.state()).isEqualTo(BeatState.REJECTED);
        assertThat(monitor.isBeating()).isFalse();
        assertThat(monitor.rejection()).containsSame(full);
    }

    @Test
    void aRejectedBeatIsOfferedAgainAtEachPaceAndIsOverdueAllAlong() {
        LivelinessMonitor monitor = start(Pace.standard());
        runtime.runNext();
        runtime.refuse(full);
        pacer.endPauses(5);
        assertThat(runtime.offers()).isEqualTo(6);
        assertThat(monitor.overdue()).isEqualTo(Duration.ofMillis(4 * 25));

        runtime.accept();
        pacer.endPause();
        runtime.runNext();

        assertThat(monitor.state()).isEqualTo(BeatState.BEATING);
        assertThat(monitor.rejection()).isEmpty();
        assertThat(monitor.overdue()).isZero();
    }

    @Test
    void aContinuousBeatThatWasRejectedGoesOnAfterTheNextOffer() {
        LivelinessMonitor monitor = start(Pace.continuous());
        runtime.refuse(full);
        runtime.runNext();
        assertThat(monitor.state()).isEqualTo(BeatState.REJECTED);

        runtime.accept();
        pacer.endPause();
        runtime.runNext();

        assertThat(monitor.state()).isEqualTo(BeatState.BEATING);
        assertThat(runtime.queued()).isOne();
    }

    @Test
    void aBeatThatTheRuntimeLostIsOfferedAgainAfterASecondAndThenAfterTwo() {
        LivelinessMonitor monitor = start(Pace.standard());

        runtime.forget();
        pacer.endPauses(40);
        assertThat(runtime.queued()).isOne();

        runtime.forget();
        pacer.endPauses(39);
        assertThat(runtime.queued()).isZero();
        pacer.endPause();
        assertThat(runtime.queued()).isOne();
        assertThat(monitor.overdue()).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void aLostBeatFoundAgainStartsNoSecondContinuousOne() {
        LivelinessMonitor monitor = start(Pace.continuous());
        Runnable lost = runtime.steal();
        pacer.endPauses(40);
        assertThat(runtime.queued()).isOne();

        lost.run();

        assertThat(runtime.queued()).isOne();
        assertThat(monitor.sinceLatestReport()).isZero();
    }

    @Test
    void aBeatRunOnTheCallersThreadProvesNothing() {
        LivelinessMonitor monitor = LivelinessMonitor.start(
                        Host.executor(Runnable::run), Pace.continuous(), new Timing(clock, pacer))
                .monitor();
        pacer.endPauses(3);

        assertThat(monitor.state()).isEqualTo(BeatState.REJECTED);
        assertThat(monitor.rejection()).isEmpty();
        assertThat(monitor.sinceLatestReport()).isEqualTo(Duration.ofMillis(75));
        assertThat(monitor.overdue()).isEqualTo(Duration.ofMillis(75));
    }

    @Test
    void anExecutorServiceThatIsShutDownEndsTheBeatForGood() {
        ExecutorService pool = Executors.newSingleThreadExecutor();
        LivelinessMonitor monitor = LivelinessMonitor.start(
                        Host.executor(pool), Pace.standard(), new Timing(clock, pacer))
                .monitor();

        pool.shutdownNow();
        pacer.endPause();

        assertThat(monitor.state()).isEqualTo(BeatState.ENDED);
        assertThat(pacer.isIdle()).isTrue();
    }

    @Test
    void aRuntimeThatTakesTasksAgainAfterItsShutdownIsNotTakenUpAgain() {
        AtomicBoolean shutdown = new AtomicBoolean(true);
        LivelinessMonitor monitor = LivelinessMonitor.start(
                        new Host<>(runtime, shutdown::get), Pace.standard(), new Timing(clock, pacer))
                .monitor();
        pacer.endPause();

        shutdown.set(false);

        assertThat(monitor.state()).isEqualTo(BeatState.ENDED);
    }

    @Test
    void anErrorOfTheRuntimeIsARejectionToo() {
        Error noThread = new Error("unable to create native thread");
        boolean[] broken = {false};
        LivelinessMonitor monitor = LivelinessMonitor.start(
                        Host.executor(beat -> {
                            if (broken[0]) {
                                throw noThread;
                            }
                            runtime.spawn(beat);
                        }),
                        Pace.standard(),
                        new Timing(clock, pacer))
                .monitor();
        runtime.runNext();

        broken[0] = true;
        pacer.endPause();

        assertThat(monitor.rejection()).containsSame(noThread);
        assertThat(pacer.isIdle()).isFalse();
    }

    @Test
    void anExecutorServiceThatCannotTellWhetherItIsShutDownIsNotTakenForDead() {
        Host<Integer> broken = new Host<>(runtime, () -> {
            throw new IllegalStateException("proxy without a target");
        });
        LivelinessMonitor monitor = LivelinessMonitor.start(broken, Pace.standard(), new Timing(clock, pacer))
                .monitor();

        assertThat(monitor.state()).isEqualTo(BeatState.BEATING);
    }

    private LivelinessMonitor start(Pace pace) {
        return LivelinessMonitor.start(Host.function(runtime), pace, new Timing(clock, pacer))
                .monitor();
    }
}
