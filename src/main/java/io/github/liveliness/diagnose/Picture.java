package io.github.liveliness.diagnose;

import io.github.liveliness.model.ExecutorId;
import io.github.liveliness.model.ExecutorState;
import io.github.liveliness.model.Snapshot;
import io.github.liveliness.model.ThreadId;
import io.github.liveliness.model.ThreadState;
import io.github.liveliness.model.Waker;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A snapshot with a node for each thread and executor, at hand by its identifier. */
final class Picture {
    private final Map<ThreadId, ThreadNode> threads = new LinkedHashMap<>();
    private final Map<ExecutorId, ExecutorNode> executors = new LinkedHashMap<>();
    private final boolean atomic;

    Picture(Snapshot snapshot) {
        this.atomic = snapshot.consistency() == Snapshot.Consistency.ATOMIC;
        Map<ThreadId, ExecutorId> employers = new HashMap<>();
        for (ExecutorState executor : snapshot.executors()) {
            executors.put(executor.id(), new ExecutorNode(executor));
            executor.workers().forEach(worker -> employers.put(worker, executor.id()));
        }
        Map<ThreadId, ThreadId> lockOwners = snapshot.lockOwners();
        for (ThreadState thread : snapshot.threads()) {
            ThreadId id = thread.id();
            Optional<ExecutorId> employer = Optional.ofNullable(employers.get(id));
            Optional<ThreadId> lockOwner = Optional.ofNullable(lockOwners.get(id));
            threads.put(id, new ThreadNode(id, Optional.of(thread), employer, lockOwner));
        }
        lockOwners.forEach((id, owner) -> {
            Optional<ExecutorId> employer = Optional.ofNullable(employers.get(id));
            threads.computeIfAbsent(
                    id, unseen -> new ThreadNode(unseen, Optional.empty(), employer, Optional.of(owner)));
        });
    }

    boolean isAtomic() {
        return atomic;
    }

    Collection<ThreadNode> threads() {
        return threads.values();
    }

    Collection<ExecutorNode> executors() {
        return executors.values();
    }

    Optional<ThreadNode> thread(ThreadId id) {
        return Optional.ofNullable(threads.get(id));
    }

    Optional<ExecutorNode> executor(ExecutorId id) {
        return Optional.ofNullable(executors.get(id));
    }

    /** Whoever has to move before this waker can act; empty if nobody in the picture does. */
    Optional<? extends Node> behind(Waker waker) {
        if (waker instanceof Waker.QueuedTask queued) {
            return executor(queued.executor());
        }
        if (waker instanceof Waker.RunningTask running) {
            return thread(running.thread());
        }
        if (waker instanceof Waker.OwnerThread owner) {
            return thread(owner.thread());
        }
        return Optional.empty();
    }
}
