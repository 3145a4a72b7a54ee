package io.github.liveliness.watch;

import io.github.liveliness.model.ThreadId;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** Finds the cycles of locks among the threads that the JVM calls deadlocked: some of these are only blocked behind one. */
final class LockCycles {

    private LockCycles() {}

    /**
     * Who holds the lock that each thread of a cycle wants.
     *
     * @param report asks the JVM for the deadlocked threads and the owners of the locks they want; asked twice, since the
     *     JVM takes no care of locks that are just changing hands
     */
    static Map<ThreadId, ThreadId> owners(Supplier<Map<ThreadId, ThreadId>> report) {
        Map<ThreadId, ThreadId> owners = new HashMap<>(report.get());
        if (!owners.isEmpty()) {
            owners.entrySet().retainAll(report.get().entrySet());
        }
        keepCycles(owners);
        return Map.copyOf(owners);
    }

    /** Whom nobody waits for ends a chain, and so does whoever waits for none of the others; neither is in a cycle. */
    private static void keepCycles(Map<ThreadId, ThreadId> owners) {
        int before;
        do {
            before = owners.size();
            owners.values().retainAll(Set.copyOf(owners.keySet()));
            owners.keySet().retainAll(Set.copyOf(owners.values()));
        } while (owners.size() < before);
    }
}
