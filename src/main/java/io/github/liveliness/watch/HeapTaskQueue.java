package io.github.liveliness.watch;

import io.github.liveliness.jdk.JdkField;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Reads the two queues that are binary heaps in an array: that of priorities and that of delays.
 *
 * <p>The order beyond the first is the heap's, since the user's comparator is not called.
 */
final class HeapTaskQueue implements TaskQueue {
    private final JdkInternals jdk;
    private final Object queue;
    private final JdkField items;
    private final JdkField count;
    private final Predicate<Object> due;

    private HeapTaskQueue(JdkInternals jdk, Object queue, JdkField items, JdkField count, Predicate<Object> due) {
        this.jdk = jdk;
        this.queue = queue;
        this.items = items;
        this.count = count;
        this.due = due;
    }

    static TaskQueue ofPriorities(JdkInternals jdk, Object queue) {
        return new HeapTaskQueue(
                jdk, queue, JdkField.PRIORITY_QUEUE_ITEMS, JdkField.PRIORITY_QUEUE_COUNT, task -> true);
    }

    static TaskQueue ofDelays(JdkInternals jdk, Object queue, Predicate<Object> due) {
        return new HeapTaskQueue(jdk, queue, JdkField.DELAYED_QUEUE_ITEMS, JdkField.DELAYED_QUEUE_COUNT, due);
    }

    @Override
    public int size() {
        return jdk.readInt(count, queue) == 0 ? 0 : tasks(Integer.MAX_VALUE).size();
    }

    @Override
    public List<Object> tasks(int limit) {
        Object[] heap = (Object[]) jdk.readPresent(items, queue);
        int filled = Math.min(jdk.readInt(count, queue), heap.length);
        List<Object> tasks = new ArrayList<>();
        for (int index = 0; index < filled && tasks.size() < limit; index++) {
            Object item = heap[index];
            if (item == null) {
                throw new TornReadException("the queue was drained while it was read");
            }
            if (due.test(item)) {
                tasks.add(item);
            }
        }
        return tasks;
    }

    @Override
    public int capacity() {
        return Integer.MAX_VALUE;
    }

    @Override
    public Object identity() {
        return queue;
    }
}
