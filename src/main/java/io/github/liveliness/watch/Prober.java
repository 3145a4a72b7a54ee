package io.github.liveliness.watch;

import io.github.liveliness.agent.boot.SeenExecutor;
import io.github.liveliness.agent.boot.SeenSubmission;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.LongSupplier;

/**
 * The one thread that hands probes over, started with the first of them.
 *
 * <p>Never the watcher: to hand a task to an opaque executor is to call the user's code, which may block, or run the task
 * at once. If it blocks for ever, no other opaque executor is probed any more, and none is found stalled.
 */
final class Prober {
    private final LongSupplier clock;
    private final BlockingQueue<Probe> ready = new LinkedBlockingQueue<>();
    private final Thread thread = new Thread(null, this::sendAll, "liveliness prober", 0, false);
    private boolean started;

    Prober(LongSupplier clock) {
        this.clock = clock;
    }

    /** Has a probe sent, soon. */
    Probe probe(SeenExecutor target) {
        if (!started) {
            started = true;
            thread.setDaemon(true);
            thread.setContextClassLoader(null);
            thread.start();
        }
        Probe probe = new Probe(target);
        ready.add(probe);
        return probe;
    }

    /** Whether a recorded submission was a probe of ours, perhaps in a wrapping of the executor's. */
    boolean made(SeenSubmission submission) {
        return submission.threadId() == thread.getId();
    }

    private void sendAll() {
        try {
            while (true) {
                ready.take().send(clock.getAsLong());
            }
        } catch (InterruptedException e) {
            thread.interrupt();
        }
    }
}
