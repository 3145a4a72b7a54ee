package io.github.liveliness.blocking;

import io.github.liveliness.agent.boot.RecentVirtualThreads;
import io.github.liveliness.agent.boot.SeenSubmission;
import io.github.liveliness.agent.boot.Worker;
import io.github.liveliness.agent.boot.WorkerTable;
import io.github.liveliness.model.ScopeId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToLongFunction;

/** Tasks as the hooks have seen them: they know the worker of each thread, and which task it ran when. */
final class HookedTasks implements Tasks {

    private final ScopeId scope;
    private final Map<Long, Worker> workers;

    private HookedTasks(ScopeId scope, Map<Long, Worker> workers) {
        this.scope = scope;
        this.workers = workers;
    }

    static HookedTasks of(ScopeId scope, ToLongFunction<Thread> identifiers) {
        Map<Long, Worker> workers = new HashMap<>();
        for (Worker worker : WorkerTable.all()) {
            Optional.ofNullable(worker.thread())
                    .ifPresent(thread -> workers.put(identifiers.applyAsLong(thread), worker));
        }
        return new HookedTasks(scope, workers);
    }

    @Override
    public void learn(List<RecordedWait> waits) {
        // Nothing of them tells more than the hooks do.
    }

    /** One that was still running when it began to be remembered what runs when. */
    private static boolean isInTask(RecordedWait wait) {
        return wait.complete() && TaskFrames.isInTask(wait.stack());
    }

    @Override
    public Optional<Observation> observe(RecordedWait wait) {
        if (wait.byVirtualThread()) {
            return RecentVirtualThreads.scopeOf(wait.thread()) == scope.number()
                    ? Optional.of(Observation.of(wait, false, SeenSubmission.NONE))
                    : Optional.empty();
        }
        return Optional.ofNullable(workers.get(wait.thread()))
                .filter(worker -> worker.counts() && worker.scopeAt(wait.start()) == scope.number())
                .filter(worker -> worker.ranTaskAt(wait.start()) || isInTask(wait))
                .map(worker -> Observation.of(wait, worker.isOfForkJoinPool(), worker.submissionAt(wait.start())));
    }
}
