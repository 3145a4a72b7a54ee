package io.github.liveliness.reach;

import io.github.liveliness.jdk.JdkField;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;

/** Finds what somebody has a way to whom the dump does not show. */
final class HiddenRoots {
    /** The classes whose instances are looked at. */
    static final Set<String> CLASSES = Set.of(JdkField.REFERENCE_QUEUE.declaringClass());

    private HiddenRoots() {}

    /** The queues to which the JVM hands references once their referents are gone. */
    static List<Root> queues(Heap heap, Instances instances) {
        return instances.of(JdkField.REFERENCE_QUEUE.declaringClass()).stream()
                .map(reference -> heap.reference(reference, JdkField.REFERENCE_QUEUE))
                .distinct()
                .<Root>map(Root.Anybody::new)
                .toList();
    }

    /** What lives although nothing in the dump holds it, such as values that are tied to classes. */
    static List<Root> unheld(Heap heap, Marking marking) {
        List<Integer> shown = new ArrayList<>();
        heap.roots().forEach(root -> shown.add(root.object()));
        for (HeapThread thread : heap.threads()) {
            shown.add(thread.object());
            thread.roots().forEach(root -> shown.add(root.object()));
        }
        BitSet held = marking.markedWithout(shown);
        List<Root> unheld = new ArrayList<>();
        for (int object = held.nextClearBit(0); object < heap.size(); object = held.nextClearBit(object + 1)) {
            if (!heap.isPlain(object)) {
                unheld.add(new Root.Anybody(object));
            }
        }
        return unheld;
    }
}
