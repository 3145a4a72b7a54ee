package io.github.liveliness.diagnose;

import io.github.liveliness.model.Activity.Form;
import io.github.liveliness.model.Activity.Limit;
import io.github.liveliness.model.Activity.Waiting;
import io.github.liveliness.model.ExecutorId;
import io.github.liveliness.model.ExecutorState;
import io.github.liveliness.model.ExecutorState.Growth;
import io.github.liveliness.model.ExecutorState.Kind;
import io.github.liveliness.model.Snapshot;
import io.github.liveliness.model.ThreadId;
import io.github.liveliness.model.Waker;
import io.github.liveliness.model.Waker.Tie;
import java.util.HashSet;
import java.util.Set;

/** The proof by ownership word by word, for snapshots without locks: whatever it cannot be made for, taken away. */
final class NaiveProof {
    private final Snapshot snapshot;
    private final Set<Object> stuck;

    NaiveProof(Snapshot snapshot) {
        this.snapshot = snapshot;
        this.stuck = new HashSet<>(NaiveFixpoint.stuck(snapshot, true));
        while (stuck.removeIf(subject -> !isProvable(subject))) {}
    }

    boolean covers(ExecutorId executor) {
        return stuck.contains(executor);
    }

    private boolean isProvable(Object subject) {
        return snapshot.consistency() == Snapshot.Consistency.ATOMIC
                && (subject instanceof ThreadId thread
                        ? isProvable(thread)
                        : isProvable(snapshot.executor((ExecutorId) subject).orElseThrow()));
    }

    private boolean isProvable(ExecutorState executor) {
        return executor.kind() == Kind.THREAD_POOL
                && executor.size().growth() == Growth.CLOSED
                && executor.size().live() == executor.workers().size()
                && executor.size().live() >= executor.size().core()
                && stuck.containsAll(executor.workers());
    }

    private boolean isProvable(ThreadId thread) {
        boolean worker = snapshot.executors().stream()
                .anyMatch(executor -> executor.workers().contains(thread));
        Waiting wait = (Waiting) snapshot.thread(thread).orElseThrow().activity();
        return worker
                && wait.form() == Form.FUTURE_TASK
                && wait.limit() instanceof Limit.None
                && wait.wakers().size() == 1
                && isStuckOwner(wait.wakers().get(0));
    }

    private boolean isStuckOwner(Waker waker) {
        return waker instanceof Waker.QueuedTask queued
                ? queued.tie() == Tie.OWNER && stuck.contains(queued.executor())
                : waker instanceof Waker.RunningTask running
                        && running.tie() == Tie.OWNER
                        && stuck.contains(running.thread());
    }
}
