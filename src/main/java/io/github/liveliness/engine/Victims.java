package io.github.liveliness.engine;

import io.github.liveliness.model.Diagnosis;
import io.github.liveliness.model.ExecutorId;
import io.github.liveliness.model.ExecutorState;
import io.github.liveliness.model.ScopeId;
import io.github.liveliness.model.Snapshot;
import io.github.liveliness.model.ThreadId;
import io.github.liveliness.watch.Watch;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Tells whose stall a diagnosis is: that of the tests that wait on it; else of those that submitted the tasks stuck in its
 * executors; else of those that made these; else nobody's, which is the run's. Without the agent, who keeps such an
 * executor for several tests comes last.
 *
 * <p>Who shares an executor with a test that fills it does not suffer until he waits for it.
 */
final class Victims {
    private final Watch watch;

    Victims(Watch watch) {
        this.watch = watch;
    }

    List<Body> of(Diagnosis diagnosis, Snapshot snapshot, Map<Body, ThreadId> bodies) {
        List<Predicate<Body>> closestFirst = List.of(
                body -> diagnosis.graph().holds(bodies.getOrDefault(body, new ThreadId(-1))),
                isOneOf(scopes(diagnosis, id -> watch.submitters(id).stream())),
                isOneOf(scopes(diagnosis, id -> snapshot.executor(id).map(ExecutorState::owner).stream())),
                body -> sharesUnseen(body, diagnosis));
        for (Predicate<Body> concerned : closestFirst) {
            List<Body> victims = bodies.keySet().stream().filter(concerned).toList();
            if (!victims.isEmpty()) {
                return victims;
            }
        }
        return List.of();
    }

    /** Where nobody saw who submitted what, who keeps the executor in a field of its class is the nearest to be known. */
    private boolean sharesUnseen(Body body, Diagnosis diagnosis) {
        return !watch.isDeep() && diagnosis.graph().executors().stream().anyMatch(body::shares);
    }

    private static Set<ScopeId> scopes(Diagnosis diagnosis, Function<ExecutorId, Stream<ScopeId>> ofExecutor) {
        return diagnosis.graph().executors().stream().flatMap(ofExecutor).collect(Collectors.toSet());
    }

    private static Predicate<Body> isOneOf(Set<ScopeId> scopes) {
        return body -> scopes.contains(body.scope().id());
    }
}
