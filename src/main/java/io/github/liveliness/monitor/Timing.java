package io.github.liveliness.monitor;

/** Where a monitor takes its time and its pauses from. */
record Timing(TimeSource time, Pacer pacer) {

    static final Timing SYSTEM = new Timing(TimeSource.SYSTEM, SharedPacer.INSTANCE);
}
