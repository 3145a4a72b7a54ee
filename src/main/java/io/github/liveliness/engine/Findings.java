package io.github.liveliness.engine;

import io.github.liveliness.blocking.OpenCalls;
import io.github.liveliness.model.Diagnosis;
import io.github.liveliness.model.Evidence;
import io.github.liveliness.model.Evidence.RuledOut;
import io.github.liveliness.model.ExecutorState;
import io.github.liveliness.model.RescueLog;
import io.github.liveliness.model.Snapshot;
import io.github.liveliness.model.Stall;
import io.github.liveliness.model.ThreadState;
import io.github.liveliness.model.WaitGraph;
import io.github.liveliness.watch.Strain;
import io.github.liveliness.watch.Watch;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Makes a stall of a diagnosis: adds whose it is, and what it rests on. */
final class Findings {
    private Findings() {}

    static Optional<Stall> stall(
            Diagnosis diagnosis,
            Snapshot snapshot,
            String test,
            Optional<String> since,
            Watch watch,
            OpenCalls calls,
            List<String> limits) {
        return diagnosis
                .kind()
                .map(kind -> new Stall(
                        diagnosis.verdict(),
                        kind,
                        diagnosis.sentence(),
                        test,
                        names(diagnosis, snapshot),
                        evidence(diagnosis, snapshot, since, watch, calls, limits),
                        RescueLog.NONE));
    }

    private static List<String> names(Diagnosis diagnosis, Snapshot snapshot) {
        return diagnosis.graph().executors().stream()
                .flatMap(id -> snapshot.executor(id).stream())
                .map(ExecutorState::name)
                .sorted()
                .toList();
    }

    private static Evidence evidence(
            Diagnosis diagnosis,
            Snapshot snapshot,
            Optional<String> since,
            Watch watch,
            OpenCalls calls,
            List<String> limits) {
        List<Strain> strains = diagnosis.graph().executors().stream()
                .map(id -> watch.strain(id))
                .toList();
        RuledOut ruledOut = new RuledOut(
                longest(strains, Strain::pause),
                longest(strains, Strain::processorTime),
                snapshot.lockOwners().keySet().stream().anyMatch(diagnosis.graph()::holds));
        List<String> allLimits = new ArrayList<>(limits);
        allLimits.addAll(watch.limits());
        return new Evidence(
                snapshot,
                diagnosis,
                longest(strains, Strain::silence),
                since,
                ruledOut,
                calls.of(workers(diagnosis.graph(), snapshot)),
                allLimits);
    }

    /** Those of the stuck executors, and others that have a part in it. */
    private static List<ThreadState> workers(WaitGraph graph, Snapshot snapshot) {
        return snapshot.executors().stream()
                .flatMap(executor -> executor.workers().stream()
                        .filter(worker -> graph.executors().contains(executor.id())
                                || graph.holds(worker)
                                || graph.isAwaited(worker)))
                .distinct()
                .flatMap(worker -> snapshot.thread(worker).stream())
                .toList();
    }

    private static Duration longest(List<Strain> strains, Function<Strain, Duration> part) {
        return strains.stream().map(part).max(Duration::compareTo).orElse(Duration.ZERO);
    }
}
