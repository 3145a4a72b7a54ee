package io.github.liveliness.reach;

import io.github.liveliness.jdk.JdkField;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Finds what somebody has a way to whom the dump does not show. */
final class HiddenRoots {
    /** The classes whose instances are looked at. */
    static final Set<String> CLASSES = Set.of(JdkField.REFERENCE_QUEUE.declaringClass());

    /** Stands for the queue of a reference that has none. */
    private static final String NO_QUEUE = "java.lang.ref.ReferenceQueue$Null";

    private HiddenRoots() {}

    /** The references that the JVM hands to a queue once their referents are gone, and the queues. */
    static List<Root> queues(Heap heap, Instances instances) {
        List<Root> handedOver = new ArrayList<>();
        Set<Integer> queues = new LinkedHashSet<>();
        for (int reference : instances.of(JdkField.REFERENCE_QUEUE.declaringClass())) {
            int queue = heap.reference(reference, JdkField.REFERENCE_QUEUE);
            if (queue != Heap.NONE && !heap.isA(queue, NO_QUEUE)) {
                queues.add(queue);
                handedOver.add(new Root.Anybody(reference));
            }
        }
        queues.forEach(queue -> handedOver.add(new Root.Anybody(queue)));
        return handedOver;
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
