package io.github.liveliness.reach;

import io.github.liveliness.jdk.JdkField;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds references that only the JDK's own code follows. */
final class PrivateReferences {
    private PrivateReferences() {}

    /** The references in these fields of an object, save those that another field, a user's maybe, holds as well. */
    static Set<Gate.Reference> of(Heap heap, int object, List<JdkField> fields) {
        Map<Integer, Integer> held = new HashMap<>();
        for (JdkField field : fields) {
            int target = heap.reference(object, field);
            if (target != Heap.NONE) {
                held.merge(target, 1, Integer::sum);
            }
        }
        Set<Gate.Reference> references = new HashSet<>();
        if (!held.isEmpty()) {
            heap.forEach(object, target -> held.computeIfPresent(target, (key, times) -> times - 1));
            held.forEach((target, times) -> {
                if (times == 0) {
                    references.add(new Gate.Reference(object, target));
                }
            });
        }
        return references;
    }
}
