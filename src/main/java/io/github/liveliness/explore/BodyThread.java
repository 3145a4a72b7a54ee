package io.github.liveliness.explore;

import io.github.liveliness.agent.boot.ControlledRun;
import io.github.liveliness.agent.boot.RunEnded;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Runs one body after the other. It is none of the caller's threads, so that a body that blocks where nobody controls it
 * takes this thread with it, and no other.
 */
final class BodyThread {

    private final Callable<?> body;
    private final Thread thread = new Thread(this::work, "explored test body");
    private volatile @Nullable ControlledRun next;
    private volatile boolean ended;
    private Optional<Throwable> failure = Optional.empty();

    private BodyThread(Callable<?> body) {
        this.body = body;
    }

    static BodyThread start(Callable<?> body) {
        BodyThread started = new BodyThread(body);
        started.thread.setDaemon(true);
        started.thread.start();
        return started;
    }

    void begin(ControlledRun run) {
        failure = Optional.empty();
        next = run;
        LockSupport.unpark(thread);
    }

    /** What the body has thrown, known when the run is over. */
    Optional<Throwable> failure() {
        return failure;
    }

    /** Begins no other run. */
    void end() {
        ended = true;
        LockSupport.unpark(thread);
    }

    private void work() {
        while (!ended) {
            ControlledRun run = next;
            if (run != null) {
                next = null;
                runUnder(run);
            } else {
                LockSupport.park(this);
            }
        }
    }

    private void runUnder(ControlledRun run) {
        run.begin();
        try {
            body.call();
            run.bodyReturned();
        } catch (RunEnded over) {
            run.bodyReturned();
        } catch (Throwable thrown) {
            failure = Optional.of(thrown);
            run.bodyFailed();
        }
        // What interrupted this body does not concern the next.
        Thread.interrupted();
    }
}
