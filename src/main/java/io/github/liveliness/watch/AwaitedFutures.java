package io.github.liveliness.watch;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;

/** Finds the completable futures that a thread waits for, directly or through stages that depend on them. */
final class AwaitedFutures {
    private final CompletionChains chains;

    AwaitedFutures(JdkInternals jdk) {
        this.chains = new CompletionChains(jdk);
    }

    /** Those among the futures that tasks of these executors were to complete. */
    List<CompletableFuture<?>> of(Thread thread, List<WatchedExecutor> executors) {
        Object blocker = LockSupport.getBlocker(thread);
        if (blocker == null || !Blockers.isSignaller(blocker)) {
            return List.of();
        }
        return executors.stream()
                .<CompletableFuture<?>>flatMap(executor -> executor.pendingFutures().stream())
                .filter(future -> chains.leadsTo(future, blocker))
                .toList();
    }
}
