package io.github.liveliness.watch;

import io.github.liveliness.agent.boot.SeenExecutor;
import io.github.liveliness.agent.boot.SeenSubmission;
import io.github.liveliness.model.ExecutorId;
import io.github.liveliness.model.ExecutorState;
import io.github.liveliness.model.ScopeId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** One executor that is watched; it stays free to be collected. */
final class WatchedExecutor {
    private final SeenExecutor seen;
    private final ExecutorAdapter adapter;
    private final ExecutorId id;
    private final ScopeId owner;
    private final PressureGauge gauge;
    private Optional<String> threadsPrefix = Optional.empty();

    WatchedExecutor(SeenExecutor seen, ExecutorAdapter adapter, ScopeId owner) {
        this.seen = seen;
        this.adapter = adapter;
        this.id = new ExecutorId(seen.number());
        this.owner = owner;
        this.gauge = new PressureGauge(id);
    }

    ExecutorId id() {
        return id;
    }

    ScopeId owner() {
        return owner;
    }

    ExecutorState.Kind kind() {
        return executor().map(adapter::kind).orElse(ExecutorState.Kind.OPAQUE);
    }

    PressureGauge gauge() {
        return gauge;
    }

    SeenExecutor seen() {
        return seen;
    }

    /** The executor itself, unless it is gone. */
    Optional<Object> executor() {
        return Optional.ofNullable(seen.get());
    }

    /** The little that every tick needs; nothing if the executor is gone, or changed while it was read. */
    Optional<Pulse> pulse() {
        try {
            return executor().map(adapter::pulse);
        } catch (TornReadException nextTick) {
            return Optional.empty();
        }
    }

    /** A close look, with at most {@code limit} tasks; nothing if it is gone, or changed while it was read. */
    Optional<Reading> read(int limit) {
        try {
            return executor().map(executor -> adapter.read(executor, limit));
        } catch (TornReadException nextTick) {
            return Optional.empty();
        }
    }

    /** The futures that its tasks were to complete when they were submitted, and have not. */
    List<CompletableFuture<?>> pendingFutures() {
        List<CompletableFuture<?>> pending = new ArrayList<>();
        for (SeenSubmission submission : seen.submissions().newestFirst()) {
            if (submission.dependent().get() instanceof CompletableFuture<?> future && !future.isDone()) {
                pending.add(future);
            }
        }
        return pending;
    }

    /** What people call it: what its threads' names have in common, once it has threads; until then its class. */
    String name(List<Reading.Worker> workers) {
        if (threadsPrefix.isEmpty() && !workers.isEmpty()) {
            threadsPrefix =
                    Optional.of(prefix(workers.get(0).thread().getName())).filter(name -> !name.isBlank());
        }
        return threadsPrefix.or(() -> executor().map(Blockers::describe)).orElse("an executor that is gone");
    }

    private static String prefix(String threadName) {
        String withoutNumber = threadName.replaceFirst("[-_#. ]*\\d+$", "");
        return withoutNumber.replaceFirst("[-_](thread|worker)$", "");
    }
}
