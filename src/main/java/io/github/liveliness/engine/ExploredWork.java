package io.github.liveliness.engine;

import io.github.liveliness.model.Diagnosis;
import io.github.liveliness.model.ExecutorState;
import io.github.liveliness.model.ScopeId;
import io.github.liveliness.model.Snapshot;

/**
 * Tells what belongs to a test that is run under many schedules: its threads stand still while they await their turn, and if they stall
 * nobody but that test is to hear of it.
 */
final class ExploredWork {
    private ExploredWork() {}

    /** Whether an executor of such a test, or one of its workers, has a part in what was found. */
    static boolean isIn(Diagnosis diagnosis, Snapshot snapshot) {
        return snapshot.executors().stream()
                .filter(executor -> executor.owner().equals(ScopeId.EXPLORED))
                .anyMatch(executor -> hasPart(executor, diagnosis));
    }

    private static boolean hasPart(ExecutorState executor, Diagnosis diagnosis) {
        return diagnosis.graph().executors().contains(executor.id())
                || executor.workers().stream().anyMatch(diagnosis.graph()::holds);
    }
}
