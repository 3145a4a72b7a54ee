package io.github.liveliness.monitor;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * Knows when a runtime last proved that it still starts tasks.
 *
 * <p>A monitor keeps a small task, the beat, going on the runtime. Each run stores the time and ends; after a rest
 * ({@link Pace#standard() 25 ms} unless told otherwise) the beat is submitted again. Reading the monitor takes no lock
 * and is safe on any thread; the usual reader is a {@link Watcher}.
 *
 * <pre>{@code
 * ExecutorService pool = Executors.newFixedThreadPool(4);
 * LivelinessMonitor monitor = LivelinessMonitor.start(pool);
 * ...
 * if (monitor.sinceLatestReport().toSeconds() >= 5) {
 *     System.err.println("pool has started no task since " + monitor.latestReport());
 * }
 * }</pre>
 *
 * <p><strong>Hold on to it.</strong> The beat holds its monitor weakly. It ends at its next turn once the monitor is
 * closed, or once nobody holds the monitor any more, so keep it where the runtime is kept. While the beat goes on it
 * holds the runtime.
 *
 * <p><strong>What a missing beat means.</strong> The runtime has started no new task since: all its threads are
 * waiting, or busy with long work, or the queue is long. A beat goes through the runtime's own queue: it may start a
 * thread below the core size, it takes a slot of a bounded queue, and it keeps threads awake that would time out. A
 * runtime that runs tasks on the calling thread has no threads of its own, and never reports.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@SuppressWarnings("overloads") // One name for one act; a lambda says by its parameter's type which one it means.
public final class LivelinessMonitor implements AutoCloseable {

    private final AtomicInstant latestReport;
    private final Heartbeat<?> heartbeat;

    private LivelinessMonitor(AtomicInstant latestReport, Heartbeat<?> heartbeat) {
        this.latestReport = latestReport;
        this.heartbeat = heartbeat;
    }

    /**
     * Starts a monitor at the standard pace.
     *
     * @param executor takes the beats through {@link Executor#execute}
     * @return the monitor, to be held as long as the executor is to be monitored
     * @throws java.util.concurrent.RejectedExecutionException or whatever else the executor throws at the first beat
     */
    public static LivelinessMonitor start(Executor executor) {
        return start(executor, Pace.standard());
    }

    /**
     * Starts a monitor as {@link #start(Executor)} does, at a pace of your own.
     *
     * @param executor takes the beats through {@link Executor#execute}
     * @param pace how long the beat rests
     * @return the monitor, to be held as long as the executor is to be monitored
     */
    public static LivelinessMonitor start(Executor executor, Pace pace) {
        return start(Host.executor(executor), pace, Timing.SYSTEM).monitor();
    }

    /**
     * Starts a monitor at the standard pace on a runtime that is no {@code Executor}, or whose answer to a task is of
     * interest. A lambda needs the type of its parameter: {@code start((Runnable beat) -> loop.post(beat))}.
     *
     * @param spawn the runtime's own submit function
     * @param <R> what that function returns
     * @return the monitor, and what the function returned for the first beat
     * @throws RuntimeException what the function throws at the first beat
     */
    public static <R extends @Nullable Object> Started<R> start(Spawn<R> spawn) {
        return start(spawn, Pace.standard());
    }

    /**
     * Starts a monitor as {@link #start(Spawn)} does, at a pace of your own.
     *
     * @param spawn the runtime's own submit function
     * @param pace how long the beat rests
     * @param <R> what that function returns
     * @return the monitor, and what the function returned for the first beat
     */
    public static <R extends @Nullable Object> Started<R> start(Spawn<R> spawn, Pace pace) {
        return start(Host.function(spawn), pace, Timing.SYSTEM);
    }

    static <R extends @Nullable Object> Started<R> start(Host<R> host, Pace pace, Timing timing) {
        AtomicInstant latestReport = new AtomicInstant(timing.time());
        Heartbeat<R> heartbeat = new Heartbeat<>(latestReport, host, pace, timing);
        R spawned = heartbeat.start();
        return new Started<>(new LivelinessMonitor(latestReport, heartbeat), spawned);
    }

    /** {@return the time since the latest run of the beat, or since the start if none has run yet; never negative} */
    public Duration sinceLatestReport() {
        return latestReport.elapsed();
    }

    /**
     * {@return when the beat ran last, or the start if it never has, by the wall clock as it is set now} Two readings
     * of one report may differ by the microseconds between two clocks, or by what the wall clock was put right since.
     */
    public Instant latestReport() {
        return latestReport.onWallClock();
    }

    /** {@return how the runtime took the latest beat} A stalled runtime still accepts beats: look at the time for that. */
    public BeatState state() {
        return heartbeat.state();
    }

    /** {@return whether the runtime accepted the latest beat and another will follow} */
    public boolean isBeating() {
        return state() == BeatState.BEATING;
    }

    /** {@return what the runtime threw at the latest beat; empty if it took the beat, or ran it on the caller's thread} */
    public Optional<Throwable> rejection() {
        return heartbeat.rejection();
    }

    /** Ends the beat at its next turn. The runtime is left alone. Closing again does nothing. */
    @Override
    public void close() {
        heartbeat.end();
    }

    /** How long the runtime has been sitting on a beat. A pacer that is late or held up counts for nothing here. */
    Duration overdue() {
        return heartbeat.overdue();
    }
}
