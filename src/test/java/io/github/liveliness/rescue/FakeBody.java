package io.github.liveliness.rescue;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** A body that ends when the test says so, and whose waits take fake time only. */
final class FakeBody implements StuckBody {

    final AtomicLong nanoTime = new AtomicLong();
    volatile boolean ended;
    volatile boolean abandonable;
    final AtomicInteger interrupts = new AtomicInteger();

    void advance(Duration time) {
        nanoTime.addAndGet(time.toNanos());
    }

    @Override
    public Thread thread() {
        return Thread.currentThread();
    }

    @Override
    public boolean awaitEnd(Duration grace) {
        if (!ended) {
            advance(grace);
        }
        return ended;
    }

    @Override
    public boolean interrupt() {
        if (ended) {
            return false;
        }
        interrupts.incrementAndGet();
        return true;
    }

    @Override
    public boolean abandon() {
        return abandonable;
    }
}
