package io.github.liveliness.watch;

import io.github.liveliness.model.ExecutorId;
import io.github.liveliness.model.TaskState;
import io.github.liveliness.model.Waker.Tie;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The queued tasks of one snapshot, found by identity. */
final class TaskIndex {
    private final IdentityHashMap<Object, Queued> tasks = new IdentityHashMap<>();
    private final List<Queued> inOrder = new ArrayList<>();

    /**
     * A queued task.
     *
     * @param task the object in the queue
     * @param state how the snapshot shows it
     * @param executor where it is queued
     * @param tie how firmly it is tied to a wait for its outcome, if it is a future
     */
    record Queued(Object task, TaskState state, ExecutorId executor, Tie tie) {}

    void add(Queued queued) {
        tasks.put(queued.task, queued);
        inOrder.add(queued);
    }

    Optional<Queued> find(Object task) {
        return Optional.ofNullable(tasks.get(task));
    }

    List<Queued> all(Predicate<Queued> condition) {
        return inOrder.stream().filter(condition).toList();
    }
}
