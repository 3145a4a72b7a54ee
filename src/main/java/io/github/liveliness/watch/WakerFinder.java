package io.github.liveliness.watch;

import io.github.liveliness.model.Waker;
import java.util.List;

/** Finds who could end a wait, from the object that a thread waits for. */
interface WakerFinder {
    /** Everybody known who could wake a thread that is parked on {@code blocker}; never empty. */
    List<Waker> wakers(Object blocker, StackTraceElement[] stack);

    /** The same for a thread in {@code Object.wait}; the JVM names the object by class and identity hash only. */
    List<Waker> wakersOfMonitor(String className, int identityHash);
}
