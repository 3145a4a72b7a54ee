package io.github.liveliness.reach;

import io.github.liveliness.jdk.JdkField;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Finds, among what has ended, that which held what a stuck thread waits for. */
final class LastHolders {
    private static final String ENDING = "io.github.liveliness.agent.boot.Ending";
    private static final String NUMBER = "number";
    private static final int MOST = 3;

    /** The classes whose instances are looked at. */
    static final Set<String> CLASSES = Set.of(ENDING);

    private final Heap heap;
    private final Supplier<Set<Gate>> shut;
    /** The latest first. */
    private final SortedMap<Long, List<Integer>> heldByEnding = new TreeMap<>(Comparator.reverseOrder());

    /** @param shut what nobody follows while those are stuck who are */
    LastHolders(Heap heap, Instances instances, Supplier<Set<Gate>> shut) {
        this.heap = heap;
        this.shut = shut;
        instances
                .of(ENDING)
                .forEach(ending ->
                        heldByEnding.put(heap.number(ending, ENDING, NUMBER).orElse(0L), held(ending)));
    }

    private List<Integer> held(int ending) {
        List<Integer> held = new ArrayList<>();
        int array = heap.reference(ending, JdkField.REFERENT);
        if (array != Heap.NONE && heap.isArrayOfReferences(array)) {
            heap.forEachElement(array, held::add);
        }
        return held;
    }

    /** The numbers of those endings that lead to one of these objects: the nearest first, of two as near the later. */
    List<Long> of(Set<Integer> awaited) {
        if (heldByEnding.isEmpty()) {
            return List.of();
        }
        SortedMap<Long, List<Integer>> left = new TreeMap<>(heldByEnding);
        List<Long> found = new ArrayList<>();
        while (found.size() < MOST) {
            Optional<Long> nearest = nearest(left, awaited);
            if (nearest.isEmpty()) {
                break;
            }
            found.add(nearest.get());
            left.remove(nearest.get());
        }
        return found;
    }

    private Optional<Long> nearest(Map<Long, List<Integer>> endings, Set<Integer> awaited) {
        List<Root> roots = new ArrayList<>();
        endings.values().forEach(held -> held.forEach(object -> roots.add(new Root.Anybody(object))));
        return new Shortest(heap, shut.get())
                .way(roots, awaited)
                .map(way -> way.get(0))
                .flatMap(first -> endings.entrySet().stream()
                        .filter(ending -> ending.getValue().contains(first))
                        .findFirst()
                        .map(Map.Entry::getKey));
    }
}
