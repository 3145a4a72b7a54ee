package io.github.liveliness.reach;

import java.util.HashSet;
import java.util.Set;

/** The ways of our own to what users made: we look at it, and wake nobody by it. */
final class OwnWays {
    static final Set<String> FIELDS = Set.of(
            "io.github.liveliness.engine.Engine.running",
            "io.github.liveliness.agent.boot.ExecutorTable.SEEN",
            "io.github.liveliness.agent.boot.Alarm.watcher",
            "io.github.liveliness.agent.boot.Joins.GUARDED",
            "io.github.liveliness.agent.boot.Endings.SEEN",
            "io.github.liveliness.agent.boot.SeenCalls.SEEN",
            "io.github.liveliness.agent.boot.WorkerTable.ENTRIES",
            "io.github.liveliness.agent.boot.ControlledRun.current",
            "io.github.liveliness.proof.Subjects.threads",
            "io.github.liveliness.proof.Subjects.ours");

    /** Every guarded test holds the engine, which knows all executors. */
    private static final String ENGINE = "io.github.liveliness.engine.Engine";

    /** The classes whose instances are looked at. */
    static final Set<String> CLASSES = Set.of(ENGINE);

    private OwnWays() {}

    static boolean begin(Root root) {
        return root instanceof Root.StaticField held && FIELDS.contains(held.className() + '.' + held.field());
    }

    /** The gate before all that our engine knows, which never opens. */
    static Gate gate(Heap heap, Instances instances) {
        Set<Gate.Reference> references = new HashSet<>();
        instances
                .of(ENGINE)
                .forEach(engine -> heap.forEach(engine, known -> references.add(new Gate.Reference(engine, known))));
        return new Gate(Set.of(), Set.of(), references);
    }
}
