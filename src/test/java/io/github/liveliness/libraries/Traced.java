package io.github.liveliness.libraries;

import io.github.liveliness.testing.Pools;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** A pool as many people write one, to see what its tasks do. */
final class Traced extends ThreadPoolExecutor {
    private int started;

    Traced(int threads) {
        super(threads, threads, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), Pools.threads("traced"));
    }

    @Override
    protected synchronized void beforeExecute(Thread worker, Runnable task) {
        started++;
    }

    @Override
    public synchronized String toString() {
        return "traced " + started;
    }
}
