package io.github.liveliness.watch;

import io.github.liveliness.agent.boot.SeenExecutor;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;

/** The choice where the JDK's fields are closed: what public methods of the JDK's own classes tell. */
final class PublicAdapters implements AdapterChoice {
    private final PoolThreads threads;

    PublicAdapters(PoolThreads threads) {
        this.threads = threads;
    }

    @Override
    public Choice choose(SeenExecutor seen, Object executor) {
        Class<?> type = executor.getClass();
        if (type == ThreadPoolExecutor.class || type == ScheduledThreadPoolExecutor.class) {
            ThreadPoolExecutor pool = (ThreadPoolExecutor) executor;
            return PublicTaskQueue.of(pool.getQueue())
                    .filter(queue -> !runsOnVirtualThreads(pool))
                    .<Choice>map(queue -> new Choice.Adapted(new PublicThreadPoolAdapter(threads)))
                    .orElseGet(Choice.Closed::new);
        }
        boolean hasThreads = executor instanceof ThreadPoolExecutor
                || executor instanceof ForkJoinPool
                || WrapperType.includes(executor)
                || !WorkerFields.of(type).areNone();
        return hasThreads ? new Choice.Closed() : new Choice.Threadless();
    }

    /** Those are among no list of threads. */
    private static boolean runsOnVirtualThreads(ThreadPoolExecutor pool) {
        return pool.getThreadFactory().getClass().getName().equals("java.lang.ThreadBuilders$VirtualThreadFactory");
    }
}
