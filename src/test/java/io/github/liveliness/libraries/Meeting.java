package io.github.liveliness.libraries;

import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;

/** Where tasks wait until all of them have started. */
final class Meeting {
    private final CyclicBarrier all;

    Meeting(int tasks) {
        all = new CyclicBarrier(tasks);
    }

    void await() {
        try {
            all.await();
        } catch (InterruptedException | BrokenBarrierException e) {
            throw new IllegalStateException(e);
        }
    }
}
