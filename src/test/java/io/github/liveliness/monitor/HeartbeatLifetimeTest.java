package io.github.liveliness.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Weak from the task, strong with you. */
class HeartbeatLifetimeTest {

    private final ExecutorService pool = Executors.newFixedThreadPool(2);
    private final AtomicInteger offers = new AtomicInteger();

    @AfterEach
    void shutDown() {
        pool.shutdownNow();
    }

    @Test
    void aPacedBeatEndsAtItsNextTurnOnceNobodyHoldsTheMonitor() {
        HandClock clock = new HandClock();
        HandPacer pacer = new HandPacer(clock);
        HandRuntime runtime = new HandRuntime();
        AtomicReference<LivelinessMonitor> strong = new AtomicReference<>(
                LivelinessMonitor.start(Host.function(runtime), Pace.standard(), new Timing(clock, pacer))
                        .monitor());
        runtime.runNext();

        Memory.forget(strong);
        pacer.endPause();

        assertThat(runtime.offers()).isOne();
        assertThat(pacer.isIdle()).isTrue();
    }

    @Test
    void aContinuousBeatEndsAtItsNextRunOnceNobodyHoldsTheMonitor() {
        HandClock clock = new HandClock();
        HandRuntime runtime = new HandRuntime();
        AtomicReference<LivelinessMonitor> strong = new AtomicReference<>(LivelinessMonitor.start(
                        Host.function(runtime), Pace.continuous(), new Timing(clock, new HandPacer(clock)))
                .monitor());

        Memory.forget(strong);
        runtime.runNext();

        assertThat(runtime.queued()).isZero();
    }

    @Test
    void aRealPoolSeesNoMoreBeatsOnceNobodyHoldsTheMonitor() {
        AtomicReference<LivelinessMonitor> strong = new AtomicReference<>(LivelinessMonitor.start(this::count));
        await().until(() -> offers.get() >= 3);

        Memory.forget(strong);

        awaitNoMoreOffers();
    }

    @Test
    void aRealPoolSeesNoMoreContinuousBeatsOnceNobodyHoldsTheMonitor() {
        AtomicReference<LivelinessMonitor> strong =
                new AtomicReference<>(LivelinessMonitor.start(this::count, Pace.continuous()));
        await().until(() -> offers.get() >= 1_000);

        Memory.forget(strong);

        awaitNoMoreOffers();
    }

    @Test
    void aMonitorThatIsHeldBeatsOnThroughACollection() {
        LivelinessMonitor monitor = LivelinessMonitor.start(this::count);
        System.gc();
        int before = offers.get();

        await().until(() -> offers.get() >= before + 3);

        assertThat(monitor.isBeating()).isTrue();
    }

    private void count(Runnable beat) {
        offers.incrementAndGet();
        pool.execute(beat);
    }

    /** A beat caught in the act of storing holds the instant through that collection, so there may have to be another. */
    private void awaitNoMoreOffers() {
        AtomicInteger seen = new AtomicInteger();
        await().during(Duration.ofMillis(300)).until(() -> {
            System.gc();
            int before = seen.getAndSet(offers.get());
            return before == seen.get();
        });
    }
}
