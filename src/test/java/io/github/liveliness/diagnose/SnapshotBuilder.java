package io.github.liveliness.diagnose;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.liveliness.model.Diagnosis;
import io.github.liveliness.model.ExecutorId;
import io.github.liveliness.model.Pressure;
import io.github.liveliness.model.Snapshot;
import io.github.liveliness.model.TaskId;
import io.github.liveliness.model.ThreadId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Builds a snapshot by hand; atomic, all pools closed and all threads running until told otherwise. */
final class SnapshotBuilder {
    private final List<ExecutorBuilder> executors = new ArrayList<>();
    private final List<ThreadBuilder> threads = new ArrayList<>();
    private final List<Pressure> pressures = new ArrayList<>();
    private final Map<ThreadId, ThreadId> lockOwners = new HashMap<>();
    private Snapshot.Consistency consistency = Snapshot.Consistency.ATOMIC;
    private long numbers;

    /** A fixed pool with threads {@code name-1} to {@code name-size}. */
    ExecutorBuilder pool(String name, int size) {
        ExecutorBuilder executor = new ExecutorBuilder(this, new ExecutorId(++numbers), name, size);
        executors.add(executor);
        return executor;
    }

    /** A thread that is no worker, such as a test's. */
    ThreadBuilder thread(String name) {
        ThreadBuilder thread = new ThreadBuilder(this, new ThreadId(++numbers), name);
        threads.add(thread);
        return thread;
    }

    TaskId newTask() {
        return new TaskId(++numbers);
    }

    void forget(ThreadBuilder thread) {
        threads.removeIf(known -> known == thread);
    }

    void press(Pressure pressure) {
        pressures.add(pressure);
    }

    /** A cycle that the JVM reports: each waits for a lock of the next, and the last for one of the first. */
    SnapshotBuilder lockCycle(ThreadBuilder... members) {
        for (int i = 0; i < members.length; i++) {
            lockOwners.put(members[i].id(), members[(i + 1) % members.length].id());
        }
        return this;
    }

    SnapshotBuilder loose() {
        consistency = Snapshot.Consistency.LOOSE;
        return this;
    }

    Snapshot build() {
        return new Snapshot(
                executors.stream().map(ExecutorBuilder::build).toList(),
                threads.stream().map(ThreadBuilder::build).toList(),
                lockOwners,
                consistency);
    }

    List<Diagnosis> diagnoses() {
        return Diagnostician.diagnose(build(), pressures);
    }

    /** The one and only diagnosis. */
    Diagnosis diagnosis() {
        List<Diagnosis> diagnoses = diagnoses();
        assertThat(diagnoses).hasSize(1);
        return diagnoses.get(0);
    }
}
