package io.github.liveliness.watch;

import io.github.liveliness.jdk.JdkField;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads the two queues that are chains of nodes. */
final class LinkedTaskQueue implements TaskQueue {
    private final JdkInternals jdk;
    private final Object queue;
    private final IntSupplier count;
    private final Supplier<@Nullable Object> firstNode;
    private final JdkField item;
    private final JdkField next;
    private final JdkField capacity;

    private LinkedTaskQueue(
            JdkInternals jdk,
            Object queue,
            IntSupplier count,
            Supplier<@Nullable Object> firstNode,
            JdkField item,
            JdkField next,
            JdkField capacity) {
        this.jdk = jdk;
        this.queue = queue;
        this.count = count;
        this.firstNode = firstNode;
        this.item = item;
        this.next = next;
        this.capacity = capacity;
    }

    static TaskQueue of(JdkInternals jdk, LinkedBlockingQueue<?> queue) {
        return new LinkedTaskQueue(
                jdk,
                queue,
                () -> ((AtomicInteger) jdk.readPresent(JdkField.LINKED_QUEUE_COUNT, queue)).get(),
                () -> jdk.read(JdkField.LINKED_QUEUE_NEXT, jdk.readPresent(JdkField.LINKED_QUEUE_HEAD, queue)),
                JdkField.LINKED_QUEUE_ITEM,
                JdkField.LINKED_QUEUE_NEXT,
                JdkField.LINKED_QUEUE_CAPACITY);
    }

    static TaskQueue of(JdkInternals jdk, LinkedBlockingDeque<?> queue) {
        return new LinkedTaskQueue(
                jdk,
                queue,
                () -> jdk.readInt(JdkField.LINKED_DEQUE_COUNT, queue),
                () -> jdk.read(JdkField.LINKED_DEQUE_FIRST, queue),
                JdkField.LINKED_DEQUE_ITEM,
                JdkField.LINKED_DEQUE_NEXT,
                JdkField.LINKED_DEQUE_CAPACITY);
    }

    @Override
    public int size() {
        return count.getAsInt();
    }

    @Override
    public List<Object> tasks(int limit) {
        List<Object> tasks = new ArrayList<>();
        Object node = firstNode.get();
        while (node != null && tasks.size() < limit) {
            Object task = jdk.read(item, node);
            Object following = jdk.read(next, node);
            if (following == node) {
                throw new TornReadException("the queue was drained while it was read");
            }
            if (task != null) {
                tasks.add(task);
            }
            node = following;
        }
        return tasks;
    }

    @Override
    public int capacity() {
        return jdk.readInt(capacity, queue);
    }

    @Override
    public Object identity() {
        return queue;
    }
}
