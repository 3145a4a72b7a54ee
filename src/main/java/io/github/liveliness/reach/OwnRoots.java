package io.github.liveliness.reach;

import java.util.Set;

/** Our own static fields that lead to what users made: we look at it, and wake nobody by it. */
final class OwnRoots {
    private static final Set<String> FIELDS = Set.of(
            "io.github.liveliness.engine.Engine.running",
            "io.github.liveliness.agent.boot.ExecutorTable.SEEN",
            "io.github.liveliness.agent.boot.Alarm.watcher",
            "io.github.liveliness.proof.Subjects.threads",
            "io.github.liveliness.proof.Subjects.ours");

    private OwnRoots() {}

    static boolean hold(Root root) {
        return root instanceof Root.StaticField held && FIELDS.contains(held.className() + '.' + held.field());
    }
}
