package io.github.liveliness.watch;

import io.github.liveliness.model.ExecutorState;

/**
 * How executors of one kind are read.
 *
 * <p>Adapters keep no reference to the executors they read: those must stay free to be collected. Any reading may throw
 * {@link TornReadException}; the next tick tries again.
 */
interface ExecutorAdapter {
    /** What is known about how this executor works. */
    ExecutorState.Kind kind(Object executor);

    /** The little that every tick needs; cheap while nothing is due. */
    Pulse pulse(Object executor);

    /** Whether nothing but a submission can change what there is to see: nothing is queued, and nobody is at work. */
    default boolean rests(Object executor) {
        return false;
    }

    /** All there is to see, with at most {@code limit} queued tasks. */
    Reading read(Object executor, int limit);
}
