package io.github.liveliness.reach;

import java.util.ArrayList;
import java.util.List;

/**
 * What lives although nothing in the dump holds it: values tied to classes, data of hidden classes, what the JVM keeps. Anybody
 * may have a way to it.
 */
final class HiddenRoots {
    private HiddenRoots() {}

    static List<Root> of(Heap heap) {
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
