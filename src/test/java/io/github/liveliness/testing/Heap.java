package io.github.liveliness.testing;

import java.lang.management.ManagementFactory;

/** How much of the heap is in use once all garbage is gone. */
public final class Heap {
    private static final int COLLECTIONS = 5;

    private Heap() {}

    /** What a collection finds only its successor may free: hence several, and the least of them. */
    public static long used() {
        long least = Long.MAX_VALUE;
        for (int collection = 0; collection < COLLECTIONS; collection++) {
            System.gc();
            least = Math.min(
                    least,
                    ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
        }
        return least;
    }
}
