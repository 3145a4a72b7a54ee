package io.github.liveliness.watch;

import io.github.liveliness.jdk.JdkField;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;

/** Reads an {@link ArrayBlockingQueue}, whose array is a ring. */
final class ArrayTaskQueue implements TaskQueue {
    private final JdkInternals jdk;
    private final ArrayBlockingQueue<?> queue;

    ArrayTaskQueue(JdkInternals jdk, ArrayBlockingQueue<?> queue) {
        this.jdk = jdk;
        this.queue = queue;
    }

    @Override
    public int size() {
        return jdk.readInt(JdkField.ARRAY_QUEUE_COUNT, queue);
    }

    @Override
    public List<Object> tasks(int limit) {
        Object[] ring = items();
        int first = jdk.readInt(JdkField.ARRAY_QUEUE_TAKE, queue);
        int count = Math.min(size(), limit);
        List<Object> tasks = new ArrayList<>(count);
        for (int offset = 0; offset < count; offset++) {
            Object item = ring[(first + offset) % ring.length];
            if (item == null) {
                throw new TornReadException("the queue was drained while it was read");
            }
            tasks.add(item);
        }
        return tasks;
    }

    @Override
    public int capacity() {
        return items().length;
    }

    @Override
    public Object identity() {
        return queue;
    }

    private Object[] items() {
        return (Object[]) jdk.readPresent(JdkField.ARRAY_QUEUE_ITEMS, queue);
    }
}
