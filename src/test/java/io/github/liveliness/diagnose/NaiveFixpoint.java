package io.github.liveliness.diagnose;

import io.github.liveliness.model.Activity.Idle;
import io.github.liveliness.model.Activity.Limit;
import io.github.liveliness.model.Activity.Running;
import io.github.liveliness.model.Activity.Sleeping;
import io.github.liveliness.model.Activity.Waiting;
import io.github.liveliness.model.ExecutorState;
import io.github.liveliness.model.ExecutorState.Growth;
import io.github.liveliness.model.Snapshot;
import io.github.liveliness.model.ThreadId;
import io.github.liveliness.model.ThreadState;
import io.github.liveliness.model.Waker;
import java.util.HashSet;
import java.util.Set;

/** "Can still move" word by word, by going over everything again and again until nothing changes. */
final class NaiveFixpoint {
    private final Snapshot snapshot;
    private final boolean timeOutsMove;
    private final Set<Object> movable = new HashSet<>();

    private NaiveFixpoint(Snapshot snapshot, boolean timeOutsMove) {
        this.snapshot = snapshot;
        this.timeOutsMove = timeOutsMove;
    }

    static Set<Object> stuck(Snapshot snapshot, boolean timeOutsMove) {
        NaiveFixpoint fixpoint = new NaiveFixpoint(snapshot, timeOutsMove);
        Set<Object> stuck = new HashSet<>();
        snapshot.threads().forEach(thread -> stuck.add(thread.id()));
        snapshot.executors().forEach(executor -> stuck.add(executor.id()));
        int before;
        do {
            before = fixpoint.movable.size();
            fixpoint.round();
        } while (fixpoint.movable.size() > before);
        stuck.removeAll(fixpoint.movable);
        return stuck;
    }

    private void round() {
        for (ThreadState thread : snapshot.threads()) {
            if (moves(thread)) {
                movable.add(thread.id());
            }
        }
        for (ExecutorState executor : snapshot.executors()) {
            if (moves(executor)) {
                movable.add(executor.id());
            }
        }
    }

    private boolean moves(ThreadState thread) {
        if (thread.activity() instanceof Running
                || thread.activity() instanceof Sleeping
                || thread.activity() instanceof Idle) {
            return true;
        }
        Waiting wait = (Waiting) thread.activity();
        return (timeOutsMove && wait.limit() instanceof Limit.Timed)
                || wait.wakers().stream().anyMatch(this::moves);
    }

    private boolean moves(ExecutorState executor) {
        return executor.size().growth() == Growth.OPEN
                || executor.workers().isEmpty()
                || executor.workers().size() < executor.size().live()
                || executor.workers().stream().anyMatch(this::moves);
    }

    private boolean moves(ThreadId thread) {
        return snapshot.thread(thread).isEmpty() || movable.contains(thread);
    }

    private boolean moves(Waker waker) {
        if (waker instanceof Waker.QueuedTask queued) {
            ExecutorState executor = snapshot.executor(queued.executor()).orElseThrow();
            boolean listed =
                    executor.backlog().stream().anyMatch(task -> task.id().equals(queued.task()));
            boolean complete = executor.backlogSize() <= executor.backlog().size();
            return (complete && !listed) || movable.contains(executor.id());
        }
        if (waker instanceof Waker.RunningTask running) {
            return moves(running.thread());
        }
        if (waker instanceof Waker.OwnerThread owner) {
            return moves(owner.thread());
        }
        return true;
    }
}
