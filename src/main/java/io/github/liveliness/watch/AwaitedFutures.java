package io.github.liveliness.watch;

import io.github.liveliness.agent.boot.Joins;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

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

    /**
     * Those that a thread waits for: the very future, where that is known, and those that tasks of these executors were to
     * complete and that lead to it.
     */
    List<CompletableFuture<?>> of(Thread thread, List<WatchedExecutor> executors) {
        Object blocker = LockSupport.getBlocker(thread);
        if (blocker == null || !Blockers.isSignaller(blocker)) {
            return List.of();
        }
        return Stream.concat(
                        executors.stream().<CompletableFuture<?>>flatMap(executor -> of(executor).stream()),
                        Joins.of(thread).stream())
                .filter(future -> chains.leadsTo(future, blocker))
                .toList();
    }
}
