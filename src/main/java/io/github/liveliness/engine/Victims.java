package io.github.liveliness.engine;

import io.github.liveliness.model.Diagnosis;
import io.github.liveliness.model.ExecutorState;
import io.github.liveliness.model.ScopeId;
import io.github.liveliness.model.Snapshot;
import io.github.liveliness.model.ThreadId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Tells whose stall a diagnosis is: that of the tests that wait on it; else of the tests that made its executors; else of
 * the tests in the classes that made them; else nobody's, which is the run's.
 */
final class Victims {
    private Victims() {}

    static List<Body> of(Diagnosis diagnosis, Snapshot snapshot, Map<Body, ThreadId> bodies) {
        Set<ScopeId> owners = owners(diagnosis, snapshot);
        List<Predicate<Body>> closestFirst = List.of(
                body -> diagnosis.graph().holds(threadOf(body, bodies)),
                body -> owners.contains(body.scope().id()),
                body -> owners.contains(body.scope().parent())
                        && !body.scope().parent().equals(ScopeId.RUN));
        for (Predicate<Body> concerned : closestFirst) {
            List<Body> victims = bodies.keySet().stream().filter(concerned).toList();
            if (!victims.isEmpty()) {
                return victims;
            }
        }
        return List.of();
    }

    private static ThreadId threadOf(Body body, Map<Body, ThreadId> bodies) {
        return bodies.getOrDefault(body, new ThreadId(-1));
    }

    private static Set<ScopeId> owners(Diagnosis diagnosis, Snapshot snapshot) {
        return diagnosis.graph().executors().stream()
                .flatMap(id -> snapshot.executor(id).stream())
                .map(ExecutorState::owner)
                .collect(Collectors.toSet());
    }
}
