package io.github.liveliness.engine;

import io.github.liveliness.model.Diagnosis;
import io.github.liveliness.model.ExecutorId;
import io.github.liveliness.model.ExecutorState;
import io.github.liveliness.model.ScopeId;
import io.github.liveliness.model.Snapshot;
import io.github.liveliness.rescue.RescueTargets;
import io.github.liveliness.rescue.StuckExecutor;
import io.github.liveliness.watch.Watch;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;

/**
 * Collects what a rescue may act on, on the thread that watches. What cannot be read is left out, since a stuck body has
 * to be ended with what is there.
 */
final class TargetSearch {
    private final Watch watch;
    private final Shield shield;

    TargetSearch(Watch watch, Shield shield) {
        this.watch = watch;
        this.shield = shield;
    }

    RescueTargets targets(Body body, Diagnosis diagnosis, Snapshot snapshot) {
        ScopeId scope = body.scope().id();
        List<StuckExecutor> executors = new ArrayList<>();
        Set<CompletableFuture<?>> futures = Collections.newSetFromMap(new IdentityHashMap<>());
        // Without these a body in join() could not be ended, which ignores interrupts, where its executor is shared.
        shield.run(() -> futures.addAll(watch.futuresAwaitedBy(body.thread())));
        List<FutureTask<?>> tasks = new ArrayList<>();
        // The same for a body that swallows interrupts; what other tests submitted is not ours to cancel.
        shield.run(
                () -> tasks.addAll(watch.queuedTasksOf(scope, diagnosis.graph().executors())));
        for (ExecutorId id : involved(diagnosis, scope)) {
            shield.run(() -> add(id, scope, snapshot, executors));
            shield.run(() -> addPending(id, scope, futures));
        }
        return new RescueTargets(executors, List.copyOf(futures), tasks);
    }

    private Set<ExecutorId> involved(Diagnosis diagnosis, ScopeId scope) {
        Set<ExecutorId> involved = new LinkedHashSet<>(diagnosis.graph().executors());
        shield.run(() -> involved.addAll(watch.madeBy(scope)));
        return involved;
    }

    private void add(ExecutorId id, ScopeId scope, Snapshot snapshot, List<StuckExecutor> executors) {
        watch.executor(id)
                .filter(Executor.class::isInstance)
                .ifPresent(executor ->
                        executors.add(new StuckExecutor(name(id, snapshot), (Executor) executor, isOwn(id, scope))));
    }

    private void addPending(ExecutorId id, ScopeId scope, Set<CompletableFuture<?>> futures) {
        if (isOwn(id, scope)) {
            futures.addAll(watch.pendingFutures(id));
        }
    }

    private boolean isOwn(ExecutorId id, ScopeId scope) {
        return watch.owner(id).filter(scope::equals).isPresent();
    }

    private static String name(ExecutorId id, Snapshot snapshot) {
        return snapshot.executor(id).map(ExecutorState::name).orElse("an idle executor");
    }
}
