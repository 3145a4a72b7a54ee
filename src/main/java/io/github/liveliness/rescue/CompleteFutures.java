package io.github.liveliness.rescue;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.RunnableFuture;
import java.util.concurrent.ThreadPoolExecutor;

/** Ends the futures that the body may wait for: frees {@code join()}, which ignores interrupts. */
final class CompleteFutures implements Rung {

    private final Duration grace;

    CompleteFutures(Duration grace) {
        this.grace = grace;
    }

    @Override
    public String name() {
        return "ending pending futures";
    }

    @Override
    public Attempt attempt(StuckBody body, RescueTargets targets) throws Exception {
        return SideThread.start(() -> endFutures(targets)).await(grace);
    }

    private static Attempt endFutures(RescueTargets targets) {
        StallRescueException stalled = new StallRescueException();
        long completed = targets.pendingFutures().stream()
                .filter(future -> future.completeExceptionally(stalled))
                .count();
        long ofTest = cancel(targets.testTasks());
        long cancelled = targets.own().stream()
                .filter(own -> own.executor() instanceof ThreadPoolExecutor)
                .mapToLong(own -> cancel(((ThreadPoolExecutor) own.executor()).getQueue()))
                .sum();
        return completed + ofTest + cancelled == 0
                ? new Attempt.Skipped(
                        "ended no pending futures: none is known that the body waits for or its executors owe")
                : new Attempt.Acted("ended pending futures: %d completed exceptionally, %d cancelled in the queue"
                        .formatted(completed, ofTest + cancelled));
    }

    /** Cancels the queued tasks that somebody may wait for, and tells how many these were. */
    static long cancel(Collection<? extends Runnable> queued) {
        return List.<Runnable>copyOf(queued).stream()
                .filter(task -> task instanceof RunnableFuture<?> future && future.cancel(false))
                .count();
    }
}
