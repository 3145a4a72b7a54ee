package io.github.liveliness.model;

import java.util.HashMap;
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

    /**
     * Those of these threads that wait for each other in circles: whom nobody waits for ends a chain, and so does whoever
     * waits for none of the others; neither is in a cycle.
     *
     * @param owners who holds the lock that each thread wants
     */
    public static Map<ThreadId, ThreadId> cycles(Map<ThreadId, ThreadId> owners) {
        Map<ThreadId, ThreadId> left = new HashMap<>(owners);
        int before;
        do {
            before = left.size();
            left.values().retainAll(Set.copyOf(left.keySet()));
            left.keySet().retainAll(Set.copyOf(left.values()));
        } while (left.size() < before);
        return Map.copyOf(left);
    }
}
