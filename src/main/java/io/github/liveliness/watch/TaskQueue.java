package io.github.liveliness.watch;

import java.util.List;

/**
 * An executor's queue, read field by field: its own methods would take its lock, or be the user's.
 *
 * <p>Readings are weakly consistent. A snapshot that must be exact compares two of them.
 */
interface TaskQueue {
    /** How many tasks are queued and due. */
    int size();

    /** The queued tasks that are due, in the order in which they will be taken, at most {@code limit} of them. */
    List<Object> tasks(int limit);

    /** How many tasks the queue holds before it overflows; {@link Integer#MAX_VALUE} if it takes every task. */
    int capacity();

    /** The queue object itself, to tell whether two pools share it. */
    Object identity();
}
