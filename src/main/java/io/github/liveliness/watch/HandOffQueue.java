package io.github.liveliness.watch;

import java.util.List;
import java.util.concurrent.SynchronousQueue;

/** Stands for a {@link SynchronousQueue}, which never holds a task. */
final class HandOffQueue implements TaskQueue {
    private final SynchronousQueue<?> queue;

    HandOffQueue(SynchronousQueue<?> queue) {
        this.queue = queue;
    }

    @Override
    public int size() {
        return 0;
    }

    @Override
    public List<Object> tasks(int limit) {
        return List.of();
    }

    @Override
    public int capacity() {
        return 0;
    }

    @Override
    public Object identity() {
        return queue;
    }
}
