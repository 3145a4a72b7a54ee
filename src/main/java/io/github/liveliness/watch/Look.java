package io.github.liveliness.watch;

import io.github.liveliness.model.ExecutorId;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * One executor as a close look found it.
 *
 * @param watched which executor
 * @param reading what was read of it
 * @param pending completable futures that tasks of this executor were to complete when they were submitted, by task
 */
record Look(WatchedExecutor watched, Reading reading, List<Promise> pending) {

    /**
     * A task and the future it completes; a running task no longer knows its future.
     *
     * @param task the submitted task
     * @param future what it completes
     */
    record Promise(Object task, CompletableFuture<?> future) {}

    ExecutorId id() {
        return watched.id();
    }
}
