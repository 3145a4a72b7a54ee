package io.github.liveliness.reach.programs;

import java.util.concurrent.locks.Lock;

/** What a thread does. */
@FunctionalInterface
interface Body {
    void run() throws Exception;

    /** For where no checked exception may pass. */
    static Runnable unchecked(Body body) {
        return () -> {
            try {
                body.run();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        };
    }

    static void locked(Lock lock, Body body) throws Exception {
        lock.lock();
        try {
            body.run();
        } finally {
            lock.unlock();
        }
    }

    /** Runs it in a daemon thread that wakes, or does whatever else, but is none of those that are asked about. */
    static Thread aside(Body body) {
        Thread thread = new Thread(unchecked(body));
        thread.setDaemon(true);
        thread.start();
        return thread;
    }
}
