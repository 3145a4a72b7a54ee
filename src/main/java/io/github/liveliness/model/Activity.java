package io.github.liveliness.model;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;

/** What a thread does at the moment of a snapshot. */
@API(status = API.Status.INTERNAL)
public sealed interface Activity {

    /** Runs, or sits in native code such as a socket read. */
    record Running() implements Activity {}

    /** A worker that waits for its own executor to hand it a task. */
    record Idle() implements Activity {}

    /** Sleeps for a time; nobody needs to wake it. */
    record Sleeping() implements Activity {}

    /**
     * Waits for something.
     *
     * @param form what kind of thing it waits for
     * @param object the object waited for, such as {@code CountDownLatch@1b2c3d}
     * @param limit whether, and when, the wait ends by itself
     * @param wakers everybody known who could end it; never empty, {@link Waker.Unknown} where nobody is known
     */
    record Waiting(Form form, String object, Limit limit, List<Waker> wakers) implements Activity {
        public Waiting {
            wakers = List.copyOf(wakers);
            if (wakers.isEmpty()) {
                throw new IllegalArgumentException("a wait without a known waker has an unknown one");
            }
        }
    }

    /** What kind of thing is waited for. */
    enum Form {
        FUTURE_TASK,
        FORK_JOIN_TASK,
        COMPLETABLE_FUTURE,
        LATCH,
        LOCK,
        SEMAPHORE,
        BARRIER,
        QUEUE,
        CONDITION,
        MONITOR_ENTRY,
        MONITOR_WAIT,
        THREAD_END,
        OTHER
    }

    /** Whether a wait ends by itself. */
    sealed interface Limit {
        /** The wait has no time-out. */
        record None() implements Limit {}

        /** The wait has a time-out; {@code remaining} is empty where the deadline was not seen. */
        record Timed(Optional<Duration> remaining) implements Limit {}
    }
}
