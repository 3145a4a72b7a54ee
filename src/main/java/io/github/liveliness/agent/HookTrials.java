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
        OwnThread.daemon("liveliness trial", trials).start();
    }

    /** Waits for the end, if not for long; an interrupt is the test's, and left to it. */
    boolean haveEnded() {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    trials.get(LIMIT.toMillis(), TimeUnit.MILLISECONDS);
                    return true;
                } catch (InterruptedException ofTheTest) {
                    interrupted = true;
                }
            }
        } catch (ExecutionException | TimeoutException failed) {
            return false;
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
