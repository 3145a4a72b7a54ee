package io.github.liveliness.watch;

import io.github.liveliness.model.ExecutorId;
import io.github.liveliness.model.Pressure;
import java.time.Duration;

/** Counts, for one executor, the ticks in a row in which due work did not move. */
final class PressureGauge {
    /** Less than this, per tick, is what waking up and parking again costs. */
    private static final long BUSY_NANOS = 1_000_000;

    private final ExecutorId executor;
    private long progress;
    private int quietTicks;
    private int busyTicks;
    private long processorTime;
    private long processorTimeUsed;
    private long silentSince;
    private long lastPress;
    private long lost;
    private boolean pressed;

    PressureGauge(ExecutorId executor) {
        this.executor = executor;
    }

    /** The pulse shows nothing that could be stuck. */
    void release(long now) {
        pressed = false;
        quietTicks = 0;
        busyTicks = 0;
        processorTimeUsed = 0;
        lost = 0;
        silentSince = now;
    }

    /**
     * The pulse shows due work, and nobody idle to take it.
     *
     * @param pulse what was read
     * @param workersTime the processor time of its workers since they started
     * @param tick when, and whether the watcher itself was on time
     */
    void press(Pulse pulse, long workersTime, Tick tick) {
        lastPress = tick.now();
        long used = workersTime - processorTime;
        processorTime = workersTime;
        if (!pressed || pulse.progress() != progress) {
            release(tick.now());
            pressed = true;
            progress = pulse.progress();
            return;
        }
        if (tick.onTime()) {
            quietTicks++;
            busyTicks += used >= BUSY_NANOS ? 1 : 0;
        }
        processorTimeUsed += Math.max(0, used);
        lost += tick.lost();
    }

    Pressure pressure() {
        return new Pressure(executor, quietTicks, busyTicks);
    }

    /** The silence up to the last press: the close look that follows takes its own time, and that is no silence. */
    Strain strain() {
        if (!pressed) {
            return Strain.NONE;
        }
        return new Strain(
                Duration.ofNanos(lastPress - silentSince), Duration.ofNanos(processorTimeUsed), Duration.ofNanos(lost));
    }
}
