package io.github.liveliness.monitor;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.apiguardian.api.API;

/**
 * Looks at monitors from a thread of its own, and acts when a runtime has gone silent.
 *
 * <p>The thread is a daemon of the lowest priority. It allows for its own delays: a look that comes later than twice
 * the period (a garbage collection, a stopped process, an overloaded host) ages no runtime.
 *
 * <pre>{@code
 * Watcher watcher = Watcher.builder()
 *         .warnAfter(Duration.ofSeconds(1))
 *         .giveUpAfter(Duration.ofSeconds(5))
 *         .listener(new StallListener() {
 *             @Override
 *             public void onStall(StallEvent stall) {
 *                 System.err.println(stall.runtime() + " is stalled");
 *             }
 *         })
 *         .remedy(Duration.ofSeconds(2), Remedies.addThreads(pool, 4))
 *         .start();
 * watcher.watch("orders", monitor);
 * }</pre>
 *
 * <p>A silent runtime may be stuck or merely busy; a monitor can't tell one from the other.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class Watcher implements AutoCloseable {

    private final Inspection inspection;
    private final long periodNanos;
    private final Thread thread = new BackgroundThread("liveliness-watcher").newThread(this::patrol);
    private volatile boolean closed;

    Watcher(Inspection inspection, Duration period) {
        this.inspection = inspection;
        this.periodNanos = TimeUnit.NANOSECONDS.convert(period);
    }

    /** {@return the settings of a watcher to be started; each has a default} */
    public static WatcherBuilder builder() {
        return new WatcherBuilder();
    }

    /**
     * Watches one more runtime, until its monitor is closed, its {@code ExecutorService} is shut down, or nobody holds
     * the monitor any more: the watcher holds it weakly, so keep it where the runtime is kept.
     *
     * @param runtime the name to report it under
     * @param monitor a monitor on that runtime
     * @throws IllegalStateException if this watcher is closed
     */
    public void watch(String runtime, LivelinessMonitor monitor) {
        if (closed) {
            throw new IllegalStateException(
                    "Cannot watch " + runtime + ": this watcher is closed. Start another with Watcher.builder().");
        }
        inspection.add(new Watched(runtime, monitor));
    }

    /**
     * Ends the watcher's thread after the round it is in. Waits for nothing, so a listener may close its own watcher.
     * Closing again does nothing. A watcher that is not closed goes on even if nobody holds it.
     */
    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(thread);
    }

    Watcher start() {
        thread.start();
        return this;
    }

    private void patrol() {
        while (!closed) {
            LockSupport.parkNanos(this, periodNanos);
            // A listener may leave the interrupt flag set, and park would never wait again.
            Thread.interrupted();
            if (!closed) {
                inspection.round();
            }
        }
    }
}
