package io.github.liveliness.watch;

import io.github.liveliness.model.ScopeId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.FutureTask;
import java.util.concurrent.locks.LockSupport;

/** Finds futures that are not done: those that a thread waits for, and those of an executor's tasks. */
final class AwaitedFutures {
    private final CompletionChains chains;

    AwaitedFutures(JdkInternals jdk) {
        this.chains = new CompletionChains(jdk);
    }

    /** The futures that tasks of an executor were to complete. Their fields tell: {@code isDone} may be a user's own. */
    List<CompletableFuture<?>> of(WatchedExecutor executor) {
        return executor.promisedFutures().stream()
                .filter(future -> !chains.isDone(future))
                .toList();
    }

    /** Those that tasks of these executors were to complete, and that a thread waits for, directly or through stages. */
    List<CompletableFuture<?>> of(Thread thread, List<WatchedExecutor> executors) {
        Object blocker = LockSupport.getBlocker(thread);
        if (blocker == null || !Blockers.isSignaller(blocker)) {
            return List.of();
        }
        return executors.stream()
                .<CompletableFuture<?>>flatMap(executor -> of(executor).stream())
                .filter(future -> chains.leadsTo(future, blocker))
                .toList();
    }

    /** The task that a thread waits for, if this scope submitted it to one of these executors and it is still queued. */
    static Optional<FutureTask<?>> queuedTask(Thread thread, List<WatchedExecutor> executors, ScopeId submitter) {
        return LockSupport.getBlocker(thread) instanceof FutureTask<?> task
                        && task.getClass() == FutureTask.class
                        && executors.stream().anyMatch(executor -> executor.queues(task, submitter))
                ? Optional.of(task)
                : Optional.empty();
    }
}
