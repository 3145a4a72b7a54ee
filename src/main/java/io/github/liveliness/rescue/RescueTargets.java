package io.github.liveliness.rescue;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.FutureTask;
import org.apiguardian.api.API;

/**
 * What a rescue may act on besides the body itself.
 *
 * @param executors the executors of the stall
 * @param pendingFutures the uncompleted futures whose tasks were handed to executors that the stuck test made
 * @param testTasks the tasks that the stuck test and its tasks submitted, queued in whosever executor
 */
@API(status = API.Status.INTERNAL)
public record RescueTargets(
        List<StuckExecutor> executors, List<CompletableFuture<?>> pendingFutures, List<FutureTask<?>> testTasks) {
    public RescueTargets {
        executors = List.copyOf(executors);
        pendingFutures = List.copyOf(pendingFutures);
        testTasks = List.copyOf(testTasks);
    }

    /** The executors that the stuck test made: the only ones that a rescue may change. */
    List<StuckExecutor> own() {
        return executors.stream().filter(StuckExecutor::madeByThisTest).toList();
    }

    /** Whether an executor is stuck that others may need after this test. */
    boolean includeShared() {
        return executors.stream().anyMatch(executor -> !executor.madeByThisTest());
    }
}
