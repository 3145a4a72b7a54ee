package io.github.liveliness.reach;

import io.github.liveliness.jdk.JdkField;

/** The state of a thread, as the JVM keeps it: the bits are those of the tool interface. */
record ThreadStatus(long bits) {
    private static final long WAITS_WITHOUT_TIME_OUT = 0x0010;
    private static final long IN_OBJECT_WAIT = 0x0100;
    private static final long PARKED = 0x0200;
    private static final long ENTERS_MONITOR = 0x0400;

    static ThreadStatus of(Heap heap, int thread) {
        int holder = heap.reference(thread, JdkField.THREAD_HOLDER);
        return new ThreadStatus(heap.number(holder, JdkField.HOLDER_STATUS)
                .or(() -> heap.number(thread, JdkField.THREAD_STATUS))
                .orElse(0L));
    }

    /** Whether it is parked until somebody unparks it. */
    boolean isParkedForGood() {
        return has(WAITS_WITHOUT_TIME_OUT) && has(PARKED);
    }

    /** Whether it waits on a monitor until it is notified; who notifies it takes this away at once. */
    boolean isInObjectWaitForGood() {
        return has(WAITS_WITHOUT_TIME_OUT) && has(IN_OBJECT_WAIT);
    }

    /** Whether it waits for a monitor that another thread is in. */
    boolean entersMonitor() {
        return has(ENTERS_MONITOR);
    }

    private boolean has(long bit) {
        return (bits & bit) != 0;
    }
}
