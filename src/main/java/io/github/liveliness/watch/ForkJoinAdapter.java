package io.github.liveliness.watch;

import io.github.liveliness.jdk.JdkField;
import io.github.liveliness.model.ExecutorState;
import io.github.liveliness.model.ExecutorState.Growth;
import io.github.liveliness.model.ExecutorState.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** Reads ForkJoinPool, the common pool included, through the fields of its work queues. */
final class ForkJoinAdapter implements ExecutorAdapter {
    private final JdkInternals jdk;

    ForkJoinAdapter(JdkInternals jdk) {
        this.jdk = jdk;
    }

    @Override
    public ExecutorState.Kind kind(Object executor) {
        return ExecutorState.Kind.FORK_JOIN_POOL;
    }

    @Override
    public Pulse pulse(Object executor) {
        ForkJoinPool pool = (ForkJoinPool) executor;
        int backlog = 0;
        int steps = 0;
        for (Object queue : queues(pool)) {
            int base = jdk.readInt(JdkField.FORK_JOIN_QUEUE_BASE, queue);
            backlog += Math.max(0, jdk.readInt(JdkField.FORK_JOIN_QUEUE_TOP, queue) - base);
            steps += base + jdk.readInt(JdkField.FORK_JOIN_QUEUE_STEALS, queue);
        }
        if (backlog == 0) {
            return Pulse.CALM;
        }
        List<Reading.Worker> workers = workers(pool);
        long progress = steps + jdk.readLong(JdkField.FORK_JOIN_STEALS, pool);
        return Pulse.of(backlog, pool.getParallelism(), progress, workers);
    }

    @Override
    public Reading read(Object executor, int limit) {
        ForkJoinPool pool = (ForkJoinPool) executor;
        List<Reading.Worker> workers = workers(pool);
        List<Object> tasks = tasks(pool);
        int parallelism = pool.getParallelism();
        int live = pool.getPoolSize();
        Growth growth = live < parallelism ? Growth.OPEN : Growth.CLOSED;
        return new Reading(
                workers,
                tasks.subList(0, Math.min(limit, tasks.size())),
                tasks.size(),
                new Size(parallelism, parallelism, live, growth),
                jdk.readLong(JdkField.FORK_JOIN_STEALS, pool),
                null);
    }

    private List<Object> queues(ForkJoinPool pool) {
        Object[] all = (Object[]) jdk.read(JdkField.FORK_JOIN_QUEUES, pool);
        return withoutGaps(all);
    }

    private List<Object> tasks(ForkJoinPool pool) {
        List<Object> tasks = new ArrayList<>();
        for (Object queue : queues(pool)) {
            tasks.addAll(withoutGaps((Object[]) jdk.read(JdkField.FORK_JOIN_QUEUE_TASKS, queue)));
        }
        return tasks;
    }

    private List<Reading.Worker> workers(ForkJoinPool pool) {
        List<Reading.Worker> workers = new ArrayList<>();
        for (Object queue : queues(pool)) {
            Thread owner = (Thread) jdk.read(JdkField.FORK_JOIN_QUEUE_OWNER, queue);
            if (owner != null) {
                boolean idle = LockSupport.getBlocker(owner) == pool;
                workers.add(new Reading.Worker(owner, idle, jdk.readInt(JdkField.FORK_JOIN_QUEUE_STEALS, queue)));
            }
        }
        return workers;
    }

    private static List<Object> withoutGaps(Object @Nullable [] slots) {
        List<Object> present = new ArrayList<>();
        if (slots != null) {
            for (Object slot : slots) {
                if (slot != null) {
                    present.add(slot);
                }
            }
        }
        return present;
    }
}
