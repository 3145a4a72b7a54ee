package io.github.liveliness.reach;

import io.github.liveliness.jdk.JdkField;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a thread holds and nobody else follows, though its {@code Thread} may be known to many: its task, what it is parked on,
 * its thread-local values, and a fork-join worker's pool.
 */
final class PrivateFields {
    private static final List<JdkField> OF_THREADS = List.of(
            JdkField.THREAD_BLOCKER,
            JdkField.THREAD_TARGET,
            JdkField.THREAD_LOCALS,
            JdkField.THREAD_INHERITED_LOCALS,
            JdkField.FORK_JOIN_WORKER_POOL,
            JdkField.FORK_JOIN_WORKER_QUEUE);

    private PrivateFields() {}

    /** The gate before these fields, which opens when the thread moves. */
    static Gate of(Heap heap, int thread) {
        Set<Gate.Reference> references = new HashSet<>();
        for (JdkField field : OF_THREADS) {
            PrivateReference.of(heap, thread, field).ifPresent(references::add);
        }
        Optional.of(heap.reference(thread, JdkField.THREAD_HOLDER))
                .filter(holder -> holder != Heap.NONE)
                .flatMap(holder -> PrivateReference.of(heap, holder, JdkField.HOLDER_TASK))
                .ifPresent(references::add);
        return new Gate(Set.of(thread), Set.of(), references);
    }
}
