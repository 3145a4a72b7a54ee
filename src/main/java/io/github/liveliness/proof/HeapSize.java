package io.github.liveliness.proof;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;

/** How much of the heap is alive. */
final class HeapSize {
    private HeapSize() {}

    /**
     * An estimate in bytes, never too small by much. Where there may be too much, what is dead is taken away first: that
     * costs far less than a dump.
     *
     * @param limit how much would do
     */
    static long live(long limit) {
        MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
        if (memory.getHeapMemoryUsage().getUsed() > limit) {
            memory.gc();
        }
        return memory.getHeapMemoryUsage().getUsed();
    }
}
