package io.github.liveliness.watch;

import java.util.Optional;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.function.LongSupplier;

/** Chooses how an executor is read, by what it is. */
final class AdapterChoice {
    private final Optional<ExecutorAdapter> threadPools;
    private final Optional<ExecutorAdapter> forkJoinPools;

    AdapterChoice(Optional<ExecutorAdapter> threadPools, Optional<ExecutorAdapter> forkJoinPools) {
        this.threadPools = threadPools;
        this.forkJoinPools = forkJoinPools;
    }

    static AdapterChoice with(Optional<JdkInternals> jdk, LongSupplier clock) {
        return new AdapterChoice(
                jdk.map(open -> new ThreadPoolAdapter(open, new TaskQueues(open, clock))),
                jdk.map(ForkJoinAdapter::new));
    }

    /** The adapter, or nothing for an executor that has no threads of its own, such as one that delegates. */
    Optional<ExecutorAdapter> adapter(Object executor) {
        if (executor instanceof ThreadPoolExecutor) {
            return threadPools;
        }
        if (executor instanceof ForkJoinPool) {
            return forkJoinPools;
        }
        return Optional.empty();
    }
}
