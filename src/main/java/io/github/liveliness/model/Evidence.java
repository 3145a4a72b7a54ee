package io.github.liveliness.model;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;

/**
 * What a stall's verdict rests on.
 *
 * @param snapshot the executors and threads when the verdict was made
 * @param diagnosis what the snapshot means
 * @param silence how long the stuck executors had made no progress when the verdict was made
 * @param since the test, over by then, in which the same stall was told of first, if there is one
 * @param ruledOut what else could have looked like a stall
 * @param calls the calls in which workers sit that have a part in it
 * @param limits what could not be seen, one sentence each; empty when nothing is missing
 */
@API(status = API.Status.INTERNAL)
public record Evidence(
        Snapshot snapshot,
        Diagnosis diagnosis,
        Duration silence,
        Optional<String> since,
        RuledOut ruledOut,
        List<OpenCall> calls,
        List<String> limits) {
    public Evidence {
        calls = List.copyOf(calls);
        limits = List.copyOf(limits);
    }

    /** The executors of the knot, in the order of the snapshot: the graph holds a set, whose order changes from run to run. */
    public List<ExecutorState> stuckExecutors() {
        return snapshot.executors().stream()
                .filter(executor -> diagnosis.graph().executors().contains(executor.id()))
                .toList();
    }

    /** Whether it was found under control, one thread at a time and in virtual time. */
    public boolean isExplored() {
        return diagnosis.reachability() instanceof Reachability.Explored;
    }

    /**
     * What else could have looked like a stall.
     *
     * @param pause how much time the watcher itself lost, and took off, during the silence
     * @param workerCpu the processor time that the stuck workers used during the silence
     * @param lockCycle whether a cycle of locks that the JVM reports is part of the stall
     */
    public record RuledOut(Duration pause, Duration workerCpu, boolean lockCycle) {}
}
