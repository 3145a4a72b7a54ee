package io.github.liveliness.rescue;

/** Cancels what the test has left in the queues of executors that others share, so that these work again. */
final class FreeSharedExecutors implements Rung {

    @Override
    public String name() {
        return "freeing shared executors";
    }

    @Override
    public Attempt attempt(StuckBody body, RescueTargets targets) {
        long cancelled = targets.includeShared() ? CompleteFutures.cancel(targets.testTasks()) : 0;
        return cancelled == 0
                ? new Attempt.Skipped("cancelled no task: the test left none in the queue of a shared executor")
                : new Attempt.Acted(
                        "cancelled %d %s that the test left in the queue, so that shared executors work again"
                                .formatted(cancelled, cancelled == 1 ? "task" : "tasks"));
    }
}
