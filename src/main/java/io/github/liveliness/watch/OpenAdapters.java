package io.github.liveliness.watch;

import io.github.liveliness.agent.boot.SeenExecutor;
import io.github.liveliness.jdk.JdkField;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.function.LongSupplier;

/** The choice where the JDK's fields can be read. */
final class OpenAdapters implements AdapterChoice {
    private final JdkInternals jdk;
    private final ThreadReader threads;
    private final LongSupplier clock;
    private final ExecutorAdapter threadPools;
    private final ExecutorAdapter forkJoinPools;
    private final StartedTasks started;

    OpenAdapters(JdkInternals jdk, ThreadReader threads, LongSupplier clock) {
        this.jdk = jdk;
        this.threads = threads;
        this.clock = clock;
        this.threadPools = new ThreadPoolAdapter(jdk, new TaskQueues(jdk, clock));
        this.forkJoinPools = new ForkJoinAdapter(jdk);
        this.started = new StartedTasks(jdk);
    }

    @Override
    public Choice choose(SeenExecutor seen, Object executor) {
        if (executor instanceof ThreadPoolExecutor) {
            return new Choice.Adapted(threadPools);
        }
        if (executor instanceof ForkJoinPool) {
            return new Choice.Adapted(forkJoinPools);
        }
        if (WrapperType.includes(executor)) {
            return new Choice.Wrapper(jdk.readPresent(JdkField.DELEGATE, executor));
        }
        WorkerFields fields = WorkerFields.of(executor.getClass());
        return fields.areNone()
                ? new Choice.Threadless()
                : new Choice.Adapted(
                        new OpaqueAdapter(fields, new OpenSubmissions(seen, started, clock), threads, clock));
    }
}
