package io.github.liveliness.watch;

import io.github.liveliness.jdk.JdkField;
import io.github.liveliness.model.ExecutorState;
import io.github.liveliness.model.ExecutorState.Growth;
import io.github.liveliness.model.ExecutorState.Size;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.atomic.AtomicInteger;

/** Reads ThreadPoolExecutor, ScheduledThreadPoolExecutor and their subclasses, through their private fields alone. */
final class ThreadPoolAdapter implements ExecutorAdapter {
    /** The lower bits of a pool's control word count its workers; the upper three hold its run state. */
    private static final int WORKER_COUNT_MASK = (1 << (Integer.SIZE - 3)) - 1;

    private final JdkInternals jdk;
    private final TaskQueues queues;

    ThreadPoolAdapter(JdkInternals jdk, TaskQueues queues) {
        this.jdk = jdk;
        this.queues = queues;
    }

    @Override
    public ExecutorState.Kind kind(Object executor) {
        if (executor instanceof ScheduledThreadPoolExecutor) {
            return ExecutorState.Kind.SCHEDULED_POOL;
        }
        return queue(executor).isPresent() ? ExecutorState.Kind.THREAD_POOL : ExecutorState.Kind.OPAQUE;
    }

    @Override
    public Pulse pulse(Object executor) {
        int backlog = queue(executor).map(TaskQueue::size).orElse(0);
        if (backlog == 0) {
            return Pulse.CALM;
        }
        List<Reading.Worker> workers = workers(executor);
        int wanted = jdk.readInt(JdkField.POOL_CORE, executor);
        return Pulse.of(backlog, wanted, completed(executor, workers), workers);
    }

    /** Not where tasks that are not due yet lie in the queue, or nobody knows what lies in it. */
    @Override
    public boolean rests(Object executor) {
        return kind(executor) == ExecutorState.Kind.THREAD_POOL
                && queue(executor).stream().allMatch(queue -> queue.size() == 0)
                && workers(executor).stream().allMatch(Reading.Worker::idle);
    }

    @Override
    public Reading read(Object executor, int limit) {
        Optional<TaskQueue> queue = queue(executor);
        List<Reading.Worker> workers = workers(executor);
        return new Reading(
                workers,
                queue.map(known -> known.tasks(limit)).orElse(List.of()),
                queue.map(TaskQueue::size).orElse(0),
                size(executor, queue),
                completed(executor, workers),
                jdk.readPresent(JdkField.POOL_QUEUE, executor));
    }

    private Optional<TaskQueue> queue(Object executor) {
        return queues.reader(jdk.readPresent(JdkField.POOL_QUEUE, executor));
    }

    private Size size(Object executor, Optional<TaskQueue> queue) {
        int core = jdk.readInt(JdkField.POOL_CORE, executor);
        int maximum = jdk.readInt(JdkField.POOL_MAXIMUM, executor);
        int live = ((AtomicInteger) jdk.readPresent(JdkField.POOL_CONTROL, executor)).get() & WORKER_COUNT_MASK;
        return new Size(core, maximum, live, growth(executor, queue, core, maximum, live));
    }

    private Growth growth(Object executor, Optional<TaskQueue> queue, int core, int maximum, int live) {
        Object rejection = jdk.readPresent(JdkField.POOL_REJECTION, executor);
        return queue.map(known -> PoolGrowth.of(core, maximum, live, known.capacity(), rejection))
                .orElse(Growth.OPEN);
    }

    private List<Reading.Worker> workers(Object executor) {
        List<Reading.Worker> workers = new ArrayList<>();
        for (Object worker : copy((Collection<?>) jdk.readPresent(JdkField.POOL_WORKERS, executor))) {
            // A worker holds its own lock exactly while it runs a task.
            boolean idle = jdk.readInt(JdkField.SYNCHRONIZER_STATE, worker) == 0;
            Thread thread = (Thread) jdk.readPresent(JdkField.WORKER_THREAD, worker);
            workers.add(new Reading.Worker(thread, idle, jdk.readLong(JdkField.WORKER_COMPLETED, worker)));
        }
        return workers;
    }

    /** A set that changes meanwhile throws, or leaves gaps at the end. */
    static List<Object> copy(Collection<?> unlocked) {
        try {
            return List.of(unlocked.toArray());
        } catch (RuntimeException torn) {
            throw new TornReadException("the set of workers changed while it was read");
        }
    }

    private long completed(Object executor, List<Reading.Worker> workers) {
        long ofTheDead = jdk.readLong(JdkField.POOL_COMPLETED, executor);
        return ofTheDead + workers.stream().mapToLong(Reading.Worker::completed).sum();
    }
}
