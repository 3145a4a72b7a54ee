package io.github.liveliness.rescue;

import java.time.Duration;
import org.apiguardian.api.API;

/** A test body, or a lifecycle method, that does not end. Every method may be called from any thread. */
@API(status = API.Status.INTERNAL)
public interface StuckBody {

    /** The thread that runs the body. */
    Thread thread();

    /**
     * Waits for the body to end.
     *
     * @param grace how long to wait; zero only looks
     * @return whether the body has ended
     * @throws InterruptedException if the calling thread is interrupted while it waits
     */
    boolean awaitEnd(Duration grace) throws InterruptedException;

    /**
     * Interrupts the body, but never what its thread does afterwards.
     *
     * @return false if the body had ended, and nobody was interrupted
     */
    boolean interrupt();

    /**
     * Lets the run go on without the body, which keeps its thread.
     *
     * @return false if that cannot be done, because the thread is the one that the run goes on with
     */
    boolean abandon();
}
