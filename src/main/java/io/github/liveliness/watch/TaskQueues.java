package io.github.liveliness.watch;

import io.github.liveliness.jdk.JdkField;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.SynchronousQueue;
import java.util.function.LongSupplier;

/** Finds the reader for a queue, by its exact class: a subclass may keep its tasks elsewhere. */
final class TaskQueues {
    private static final String DELAYED_WORK_QUEUE = JdkField.DELAYED_QUEUE_ITEMS.declaringClass();
    private static final String SCHEDULED_TASK = JdkField.SCHEDULED_TASK_TIME.declaringClass();

    private final JdkInternals jdk;
    private final LongSupplier clock;

    TaskQueues(JdkInternals jdk, LongSupplier clock) {
        this.jdk = jdk;
        this.clock = clock;
    }

    /** The reader, or nothing for a queue whose structure is not known. */
    Optional<TaskQueue> reader(Object queue) {
        Class<?> type = queue.getClass();
        if (type == LinkedBlockingQueue.class) {
            return Optional.of(LinkedTaskQueue.of(jdk, (LinkedBlockingQueue<?>) queue));
        }
        if (type == LinkedBlockingDeque.class) {
            return Optional.of(LinkedTaskQueue.of(jdk, (LinkedBlockingDeque<?>) queue));
        }
        if (type == ArrayBlockingQueue.class) {
            return Optional.of(new ArrayTaskQueue(jdk, (ArrayBlockingQueue<?>) queue));
        }
        if (type == PriorityBlockingQueue.class) {
            return Optional.of(HeapTaskQueue.ofPriorities(jdk, queue));
        }
        if (type == SynchronousQueue.class) {
            return Optional.of(new HandOffQueue((SynchronousQueue<?>) queue));
        }
        if (type.getName().equals(DELAYED_WORK_QUEUE)) {
            return Optional.of(HeapTaskQueue.ofDelays(jdk, queue, this::isDue));
        }
        return Optional.empty();
    }

    private boolean isDue(Object task) {
        return task.getClass().getName().equals(SCHEDULED_TASK)
                && jdk.readLong(JdkField.SCHEDULED_TASK_TIME, task) - clock.getAsLong() <= 0;
    }
}
