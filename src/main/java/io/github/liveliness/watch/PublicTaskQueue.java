package io.github.liveliness.watch;

import io.github.liveliness.jdk.JdkField;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Delayed;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;

/**
 * Reads an executor's queue through its public methods, where it is of a class of the JDK's that calls nothing of the
 * user's: a queue of priorities compares tasks while it holds its lock.
 */
final class PublicTaskQueue implements TaskQueue {
    private static final String DELAYED_WORK_QUEUE = JdkField.DELAYED_QUEUE_ITEMS.declaringClass();
    private static final String SCHEDULED_TASK = JdkField.SCHEDULED_TASK_TIME.declaringClass();
    private static final Set<String> READABLE = Set.of(
            LinkedBlockingQueue.class.getName(),
            LinkedBlockingDeque.class.getName(),
            ArrayBlockingQueue.class.getName(),
            SynchronousQueue.class.getName(),
            DELAYED_WORK_QUEUE);

    private final BlockingQueue<?> queue;

    private PublicTaskQueue(BlockingQueue<?> queue) {
        this.queue = queue;
    }

    /** The reader, or nothing for a queue that may call the user's code. */
    static Optional<TaskQueue> of(BlockingQueue<?> queue) {
        return READABLE.contains(queue.getClass().getName())
                ? Optional.of(new PublicTaskQueue(queue))
                : Optional.empty();
    }

    @Override
    public int size() {
        return isDelayed() ? tasks(Integer.MAX_VALUE).size() : queue.size();
    }

    @Override
    public List<Object> tasks(int limit) {
        return Arrays.stream(queue.toArray())
                .filter(task -> !isDelayed() || isDue(task))
                .limit(limit)
                .toList();
    }

    @Override
    public int capacity() {
        return isDelayed() ? Integer.MAX_VALUE : queue.remainingCapacity() + queue.size();
    }

    @Override
    public Object identity() {
        return queue;
    }

    private boolean isDelayed() {
        return queue.getClass().getName().equals(DELAYED_WORK_QUEUE);
    }

    private static boolean isDue(Object task) {
        return task.getClass().getName().equals(SCHEDULED_TASK) && ((Delayed) task).getDelay(TimeUnit.NANOSECONDS) <= 0;
    }
}
