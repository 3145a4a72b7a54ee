package io.github.liveliness.reach;

import io.github.liveliness.jdk.JdkField;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What somebody has a way to whom the dump does not show. That is what lives although nothing holds it, such as values tied to
 * classes; and the queues to which the JVM hands references.
 */
final class HiddenRoots {
    private HiddenRoots() {}

    /** The classes whose instances are looked at. */
    static final Set<String> CLASSES = Set.of(JdkField.REFERENCE_QUEUE.declaringClass());

    static List<Root> of(Heap heap, Instances instances) {
        List<Root> hidden = unheld(heap);
        instances.of(JdkField.REFERENCE_QUEUE.declaringClass()).stream()
                .map(reference -> heap.reference(reference, JdkField.REFERENCE_QUEUE))
                .distinct()
                .forEach(queue -> hidden.add(new Root.Anybody(queue)));
        return hidden;
    }

    private static List<Root> unheld(Heap heap) {
        List<Integer> shown = new ArrayList<>();
        heap.roots().forEach(root -> shown.add(root.object()));
        for (HeapThread thread : heap.threads()) {
            shown.add(thread.object());
            thread.roots().forEach(root -> shown.add(root.object()));
        }
        Marking marking = Marking.of(heap, shown, List.of(), List.of());
        List<Root> hidden = new ArrayList<>();
        for (int object = 0; object < heap.size(); object++) {
            if (!marking.isMarked(object) && !heap.isPlain(object)) {
                hidden.add(new Root.Anybody(object));
            }
        }
        return hidden;
    }
}
