package io.github.liveliness.engine;

import io.github.liveliness.model.Diagnosis;
import io.github.liveliness.model.ExecutorId;
import io.github.liveliness.model.ThreadId;
import io.github.liveliness.model.WaitGraph;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is one and the same finding from look to look: the same executors, or where there are none the same threads.
 *
 * @param executors the stuck executors
 * @param threads the stuck threads, empty where there are executors
 */
record Case(Set<ExecutorId> executors, Set<ThreadId> threads) {

    static Case of(Diagnosis diagnosis) {
        Set<ExecutorId> executors = diagnosis.graph().executors();
        Set<ThreadId> threads = executors.isEmpty()
                ? diagnosis.graph().edges().stream().map(WaitGraph.Edge::waiter).collect(Collectors.toSet())
                : Set.of();
        return new Case(executors, threads);
    }
}
