package io.github.liveliness.watch;

import io.github.liveliness.model.ExecutorState.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a close look reads of an executor.
 *
 * @param workers its live workers
 * @param tasks the tasks that are due and have not started, in queue order, as many as were asked for
 * @param backlog how many such tasks there are
 * @param size its threads
 * @param completed how many tasks it has completed
 * @param queue the queue object, where there is exactly one
 */
record Reading(
        List<Worker> workers,
        List<Object> tasks,
        int backlog,
        Size size,
        long completed,
        @Nullable Object queue) {

    /**
     * A worker.
     *
     * @param thread its thread
     * @param idle whether it waits for its executor to hand it a task
     * @param completed how many tasks it has completed, where each worker counts its own
     */
    record Worker(Thread thread, boolean idle, long completed) {}

    /** Whether another reading shows the same workers inside the same tasks, and the same size. */
    boolean sameWork(Reading other) {
        if (!size.equals(other.size) || completed != other.completed || workers.size() != other.workers.size()) {
            return false;
        }
        for (int index = 0; index < workers.size(); index++) {
            Worker mine = workers.get(index);
            Worker theirs = other.workers.get(index);
            if (mine.thread != theirs.thread || mine.idle != theirs.idle || mine.completed != theirs.completed) {
                return false;
            }
        }
        return true;
    }
}
