package io.github.liveliness.agent;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Has hooks tried out aside: what comes of it is asked for when a test is judged, and until then the test need not wait. */
final class HookTrials {

    private static final Duration LIMIT = Duration.ofSeconds(5);

    private final FutureTask<Void> trials;

    /** To be begun once. */
    HookTrials(Runnable work) {
        this.trials = new FutureTask<>(work, null);
    }

    void begin() {
        Thread thread = new Thread(null, trials, "liveliness trial", 0, false);
        thread.setDaemon(true);
        thread.setContextClassLoader(null);
        thread.start();
    }

    /** Waits for the end, if not for long; the thread that waits may be a test's, and be interrupted. */
    boolean haveEnded() {
        boolean interrupted = Thread.interrupted();
        try {
            trials.get(LIMIT.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (InterruptedException again) {
            interrupted = true;
            return false;
        } catch (ExecutionException | TimeoutException failed) {
            return false;
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
