package io.github.liveliness.diagnose;

import io.github.liveliness.model.ExecutorId;
import io.github.liveliness.model.ExecutorState;
import io.github.liveliness.model.TaskId;
import io.github.liveliness.model.TaskState;
import java.util.HashSet;
import java.util.Set;

/** An executor as a whole. */
final class ExecutorNode extends Node {
    private final ExecutorState state;
    private final Set<TaskId> queued = new HashSet<>();

    ExecutorNode(ExecutorState state) {
        this.state = state;
        for (TaskState task : state.backlog()) {
            queued.add(task.id());
        }
    }

    ExecutorId id() {
        return state.id();
    }

    ExecutorState state() {
        return state;
    }

    /** Whether a task is surely not in the queue; where the list is cut short, it may be in the rest. */
    boolean hasLeftTheQueue(TaskId task) {
        return state.backlogSize() <= state.backlog().size() && !queued.contains(task);
    }

    String quotedName() {
        return Wording.quoted(state.name());
    }
}
