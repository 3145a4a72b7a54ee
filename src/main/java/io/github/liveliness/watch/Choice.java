package io.github.liveliness.watch;

/** How an executor that was seen can be watched. */
sealed interface Choice {

    /** It is read through this adapter, which is its own. */
    record Adapted(ExecutorAdapter adapter) implements Choice {}

    /** It is a wrapper of the JDK's around this executor, which has the threads. */
    record Wrapper(Object delegate) implements Choice {}

    /** It has threads, or may have, and is closed to us. */
    record Closed() implements Choice {}

    /** It has no threads of its own: it runs tasks at once, or hands them on. */
    record Threadless() implements Choice {}
}
