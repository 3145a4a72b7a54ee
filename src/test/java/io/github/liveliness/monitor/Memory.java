package io.github.liveliness.monitor;

import static org.awaitility.Awaitility.await;

import java.lang.ref.WeakReference;
import java.util.concurrent.atomic.AtomicReference;

final class Memory {

    private Memory() {}

    /** Clears what should be the last strong reference and returns when the collector agrees that it was. */
    static void forget(AtomicReference<?> strong) {
        WeakReference<Object> weak = new WeakReference<>(strong.getAndSet(null));
        await().until(() -> {
            System.gc();
            return weak.refersTo(null);
        });
    }
}
