package io.github.liveliness.engine;

import io.github.liveliness.model.Diagnosis;
import io.github.liveliness.model.ExecutorId;
import io.github.liveliness.model.ExecutorState;
import io.github.liveliness.model.RescueLog;
import io.github.liveliness.model.Snapshot;
import io.github.liveliness.model.Stall;
import io.github.liveliness.report.TextReport;
import io.github.liveliness.rescue.Ladder;
import io.github.liveliness.rescue.RescuePolicy;
import io.github.liveliness.rescue.RescueTargets;
import io.github.liveliness.rescue.StuckExecutor;
import io.github.liveliness.watch.ThreadDump;
import io.github.liveliness.watch.Watch;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/** Writes a stall down, climbs the ladder for its body, and writes down what came of it. */
final class Rescue {
    private final Body body;
    private final Stall stall;
    private final RescueTargets targets;
    private final ReportFolder reports;

    Rescue(Body body, Stall stall, RescueTargets targets, ReportFolder reports) {
        this.body = body;
        this.stall = stall;
        this.targets = targets;
        this.reports = reports;
    }

    /** What may be acted on; to be collected by the thread that watches. */
    static RescueTargets targets(Body body, Diagnosis diagnosis, Snapshot snapshot, Watch watch) {
        Set<ExecutorId> involved = new LinkedHashSet<>(diagnosis.graph().executors());
        involved.addAll(watch.madeBy(body.scope().id()));
        List<StuckExecutor> executors = new ArrayList<>();
        Set<CompletableFuture<?>> futures = Collections.newSetFromMap(new IdentityHashMap<>());
        // Without these a body in join() could not be ended, which ignores interrupts, where its executor is shared.
        futures.addAll(watch.futuresAwaitedBy(body.thread()));
        for (ExecutorId id : involved) {
            boolean own = watch.owner(id).filter(body.scope().id()::equals).isPresent();
            watch.executor(id)
                    .filter(Executor.class::isInstance)
                    .ifPresent(
                            executor -> executors.add(new StuckExecutor(name(id, snapshot), (Executor) executor, own)));
            if (own) {
                futures.addAll(watch.pendingFutures(id));
            }
        }
        return new RescueTargets(executors, List.copyOf(futures));
    }

    private static String name(ExecutorId id, Snapshot snapshot) {
        return snapshot.executor(id).map(ExecutorState::name).orElse("an idle executor");
    }

    /** Runs to the end on the calling thread, which must be one that may wait. */
    void run() {
        String dump = ThreadDump.take();
        Path file = reports.file(body.settings().output(), body.scope().test());
        reports.write(file, TextReport.full(stall, dump));
        RescueLog log = ladder().climb(body, targets);
        Stall rescued = stall.with(log);
        body.rescued(rescued, reports.write(file, TextReport.full(rescued, dump)));
    }

    private Ladder ladder() {
        Settings settings = body.settings();
        return Ladder.standard(new RescuePolicy(settings.lend(), settings.halt(), RescuePolicy.STANDARD_GRACE));
    }
}
