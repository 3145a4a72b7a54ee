package io.github.liveliness.reach;

import io.github.liveliness.jdk.JdkField;
import java.util.Optional;

/** Finds references that only the JDK's own code follows. */
final class PrivateReference {
    private PrivateReference() {}

    /** The reference in a field; nothing if there is none, or if a field of another name, a user's maybe, holds the same. */
    static Optional<Gate.Reference> of(Heap heap, int object, JdkField field) {
        int target = heap.reference(object, field);
        if (target == Heap.NONE) {
            return Optional.empty();
        }
        int[] times = {0};
        heap.forEach(object, held -> times[0] += held == target ? 1 : 0);
        return times[0] == 1 ? Optional.of(new Gate.Reference(object, target)) : Optional.empty();
    }
}
