package io.github.liveliness.report;

import io.github.liveliness.model.ExecutorId;
import io.github.liveliness.model.ExecutorState;
import io.github.liveliness.model.Snapshot;
import io.github.liveliness.model.ThreadId;
import io.github.liveliness.model.ThreadState;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What the threads and executors of one snapshot are called; whoever is not in the picture goes by a number. */
final class Names {

    private final Map<ThreadId, ThreadState> threads = new HashMap<>();
    private final Map<ExecutorId, String> executors = new HashMap<>();
    private final Detail detail;

    Names(Snapshot snapshot, Detail detail) {
        this.detail = detail;
        snapshot.threads().forEach(thread -> threads.put(thread.id(), thread));
        Map<String, ExecutorId> first = new HashMap<>();
        for (ExecutorState executor : snapshot.executors()) {
            boolean unique = first.putIfAbsent(executor.name(), executor.id()) == null;
            String quoted = "'" + detail.name(executor.name()) + "'";
            executors.put(
                    executor.id(),
                    unique ? quoted : quoted + " #" + executor.id().number());
        }
    }

    Optional<ThreadState> state(ThreadId id) {
        return Optional.ofNullable(threads.get(id));
    }

    String thread(ThreadId id) {
        return state(id).map(thread -> detail.name(thread.name())).orElse("thread " + id.number());
    }

    String executor(ExecutorId id) {
        return Optional.ofNullable(executors.get(id)).orElse("executor " + id.number());
    }
}
