package io.github.liveliness.reach;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The instances of the classes that a proof asks for, those that extend them included, found in one pass. */
final class Instances {
    private final Map<String, List<Integer>> byClass = new HashMap<>();

    private Instances() {}

    static Instances of(Heap heap, Set<String> classNames) {
        Instances instances = new Instances();
        List<List<List<Integer>>> byKind = heap.classes().stream()
                .map(type -> type.names().stream()
                        .filter(classNames::contains)
                        .map(name -> instances.byClass.computeIfAbsent(name, fresh -> new ArrayList<>()))
                        .toList())
                .toList();
        BitSet wanted = new BitSet();
        for (int kind = 0; kind < byKind.size(); kind++) {
            wanted.set(kind, !byKind.get(kind).isEmpty());
        }
        for (int object = 0; object < heap.size(); object++) {
            if (heap.kind(object) >= 0 && wanted.get(heap.kind(object))) {
                for (List<Integer> ofClass : byKind.get(heap.kind(object))) {
                    ofClass.add(object);
                }
            }
        }
        return instances;
    }

    List<Integer> of(String className) {
        return byClass.getOrDefault(className, List.of());
    }
}
