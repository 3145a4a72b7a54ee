package io.github.liveliness.reach;

import io.github.liveliness.jdk.JdkField;

/** The state of a thread, as the JVM keeps it: the bits are those of the tool interface. */
record ThreadStatus(long bits) {
    private static final long WAITS_WITHOUT_TIME_OUT = 0x0010;
    private static final long PARKED = 0x0200;

    static ThreadStatus of(Heap heap, int thread) {
        int holder = heap.reference(thread, JdkField.THREAD_HOLDER);
        return new ThreadStatus(heap.number(holder, JdkField.HOLDER_STATUS)
                .or(() -> heap.number(thread, JdkField.THREAD_STATUS))
                .orElse(0L));
    }

    /** Whether it is parked until somebody unparks it. */
    boolean isParkedForGood() {
        return (bits & WAITS_WITHOUT_TIME_OUT) != 0 && (bits & PARKED) != 0;
    }
}
