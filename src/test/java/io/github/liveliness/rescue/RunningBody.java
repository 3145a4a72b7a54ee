package io.github.liveliness.rescue;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A real body on a thread of its own. */
final class RunningBody implements StuckBody {

    interface Body {
        void run() throws Exception;
    }

    private final Thread thread;
    private final boolean separate;
    private final CountDownLatch ended = new CountDownLatch(1);
    private final Object endLock = new Object();
    private volatile Optional<Throwable> failure = Optional.empty();

    private RunningBody(Body body, boolean separate) {
        this.separate = separate;
        this.thread = new Thread(() -> runToTheEnd(body), "body");
        thread.setDaemon(true);
        thread.start();
    }

    /** A body that the run waits for on this very thread. */
    static RunningBody start(Body body) {
        return new RunningBody(body, false);
    }

    /** A body that the run can leave behind. */
    static RunningBody startSeparately(Body body) {
        return new RunningBody(body, true);
    }

    private void runToTheEnd(Body body) {
        try {
            body.run();
        } catch (Throwable thrown) {
            failure = Optional.of(thrown);
        } finally {
            synchronized (endLock) {
                ended.countDown();
            }
        }
    }

    Optional<Throwable> failure() {
        return failure;
    }

    @Override
    public Thread thread() {
        return thread;
    }

    @Override
    public boolean awaitEnd(Duration grace) throws InterruptedException {
        return ended.await(grace.toNanos(), TimeUnit.NANOSECONDS);
    }

    @Override
    public boolean interrupt() {
        synchronized (endLock) {
            if (ended.getCount() == 0) {
                return false;
            }
            thread.interrupt();
            return true;
        }
    }

    @Override
    public boolean abandon() {
        return separate;
    }
}
