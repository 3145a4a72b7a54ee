package io.github.liveliness.reach;

import io.github.liveliness.jdk.JdkField;
import java.util.HashSet;
import java.util.List;
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

    /** The classes whose instances are looked at. */
    static final Set<String> CLASSES = Set.of(JdkField.GROUP_THREADS.declaringClass());

    /** The gate before the threads of all groups, which never opens: what can be found by listing threads counts anyway. */
    static Gate ofGroups(Heap heap, Instances instances) {
        Set<Gate.Reference> references = new HashSet<>();
        instances
                .of(JdkField.GROUP_THREADS.declaringClass())
                .forEach(
                        group -> references.addAll(PrivateReferences.of(heap, group, List.of(JdkField.GROUP_THREADS))));
        return new Gate(Set.of(), Set.of(), references);
    }

    /** The gate before these fields, which opens when the thread moves. */
    static Gate of(Heap heap, int thread) {
        return new Gate(Set.of(thread), Set.of(), references(heap, thread));
    }

    /** The gate before these fields of a thread of ours, which never opens: it wakes nobody. */
    static Gate ofOurs(Heap heap, int thread) {
        return new Gate(Set.of(), Set.of(), references(heap, thread));
    }

    private static Set<Gate.Reference> references(Heap heap, int thread) {
        Set<Gate.Reference> references = new HashSet<>(PrivateReferences.of(heap, thread, OF_THREADS));
        int holder = heap.reference(thread, JdkField.THREAD_HOLDER);
        if (holder != Heap.NONE) {
            references.addAll(PrivateReferences.of(heap, holder, List.of(JdkField.HOLDER_TASK)));
        }
        return references;
    }
}
