package io.github.liveliness.engine;

import io.github.liveliness.model.Diagnosis;
import io.github.liveliness.model.ExecutorId;
import io.github.liveliness.model.Snapshot;
import io.github.liveliness.model.ThreadId;
import io.github.liveliness.model.WaitGraph;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/**
 * Remembers which test was the first to be told that an executor is stuck, so that later ones learn where their stall
 * comes from.
 */
final class Origins {
    private final Map<Trace, First> firsts = new Recent<>();

    /** A worker inside a wait; it is the same wait as long as its executor has completed nothing since. */
    private record Trace(ExecutorId executor, long completed, ThreadId worker, String object) {}

    private record First(Scope scope, BooleanSupplier ended) {}

    /**
     * Remembers that a test is told of a stall, unless another was before.
     *
     * @param ended whether the body of that test has ended
     */
    void told(Diagnosis diagnosis, Snapshot snapshot, Scope scope, BooleanSupplier ended) {
        traces(diagnosis, snapshot).forEach(trace -> firsts.putIfAbsent(trace, new First(scope, ended)));
    }

    /** The test that a scope has the stall from: one that is over, for those that run may share it as equals. */
    Optional<String> of(Diagnosis diagnosis, Snapshot snapshot, Scope scope) {
        return traces(diagnosis, snapshot).stream()
                .flatMap(trace -> Optional.ofNullable(firsts.get(trace)).stream())
                .filter(first -> !first.scope.equals(scope) && first.ended.getAsBoolean())
                .map(first -> first.scope.test())
                .findFirst();
    }

    private static Set<Trace> traces(Diagnosis diagnosis, Snapshot snapshot) {
        Map<ThreadId, String> waits = diagnosis.graph().edges().stream()
                .collect(Collectors.toMap(
                        WaitGraph.Edge::waiter, edge -> edge.waiting().object(), (one, another) -> one));
        Set<Trace> traces = new LinkedHashSet<>();
        diagnosis.graph().executors().stream()
                .flatMap(id -> snapshot.executor(id).stream())
                .forEach(executor -> executor.workers().stream()
                        .filter(waits::containsKey)
                        .forEach(worker -> traces.add(new Trace(
                                executor.id(), executor.completed(), worker, waits.getOrDefault(worker, "")))));
        return traces;
    }
}
