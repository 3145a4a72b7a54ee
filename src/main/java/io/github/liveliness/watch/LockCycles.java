package io.github.liveliness.watch;

import io.github.liveliness.model.Snapshot;
import io.github.liveliness.model.ThreadId;
import java.util.HashMap;
import java.util.Map;
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
        return Snapshot.cycles(owners);
    }
}
