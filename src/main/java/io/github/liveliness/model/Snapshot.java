package io.github.liveliness.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apiguardian.api.API;

/**
 * All watched executors, and the threads that matter to them, at one moment.
 *
 * @param executors the watched executors
 * @param threads their workers, the threads of running tests, and whoever those wait for
 * @param lockOwners of each thread that waits in a cycle of locks, the one that holds the lock it wants: the next in the
 *     same cycle; all as the JVM itself reports it, twice in a row and without a time-out
 * @param consistency whether all of it was true at one and the same instant
 */
@API(status = API.Status.INTERNAL)
public record Snapshot(
        List<ExecutorState> executors,
        List<ThreadState> threads,
        Map<ThreadId, ThreadId> lockOwners,
        Consistency consistency) {
    public Snapshot {
        executors = List.copyOf(executors);
        threads = List.copyOf(threads);
        lockOwners = Map.copyOf(lockOwners);
        if (!lockOwners.keySet().equals(Set.copyOf(lockOwners.values()))) {
            throw new IllegalArgumentException("in a cycle of locks each thread is waited for, by one other");
        }
    }

    /** Whether the parts of a snapshot were true together. */
    public enum Consistency {
        /** Read twice, and equal in everything that an ownership proof rests on. */
        ATOMIC,
        /** Read once, part after part. */
        LOOSE
    }

    /** The thread with this identifier, if it is part of the picture. */
    public Optional<ThreadState> thread(ThreadId id) {
        return threads.stream().filter(thread -> thread.id().equals(id)).findFirst();
    }

    /** The executor with this identifier, if it is part of the picture. */
    public Optional<ExecutorState> executor(ExecutorId id) {
        return executors.stream().filter(executor -> executor.id().equals(id)).findFirst();
    }
}
