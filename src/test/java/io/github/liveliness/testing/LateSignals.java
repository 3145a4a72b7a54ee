package io.github.liveliness.testing;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Threads that sleep before they end the wait of another. */
public final class LateSignals {

    private LateSignals() {}

    /** Has a thread do this after so long; until then it can move, and holds whatever the signal needs. */
    public static void after(Duration late, Runnable signal) {
        Pools.daemon(
                        () -> {
                            sleep(late);
                            signal.run();
                        },
                        "late")
                .start();
    }

    /** Goes on at no earlier time, though a thread may be unparked for no reason. */
    public static void sleep(Duration time) {
        long end = System.nanoTime() + time.toNanos();
        for (long left = time.toNanos(); left > 0; left = end - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }
}
