package io.github.liveliness.reach;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Searches the shortest way from roots to an object; of two that are as short, that of the earlier root. */
final class Shortest {
    private static final int UNSEEN = -2;
    private static final int IS_ROOT = -1;

    private final Heap heap;
    private final Set<Gate.Reference> closed = new HashSet<>();
    private final int[] before;
    private int[] open = new int[1 << 12];
    private int end;

    Shortest(Heap heap, Collection<Gate> shut) {
        this.heap = heap;
        shut.forEach(gate -> closed.addAll(gate.references()));
        this.before = new int[heap.size()];
        Arrays.fill(before, UNSEEN);
    }

    /**
     * The way.
     *
     * @return the objects along it, a root first and a goal last; nothing if no root leads to a goal
     */
    Optional<List<Integer>> way(List<Root> roots, Set<Integer> goals) {
        roots.forEach(root -> note(root.object(), IS_ROOT));
        for (int next = 0; next < end; next++) {
            int object = open[next];
            if (goals.contains(object)) {
                return Optional.of(wayTo(object));
            }
            heap.forEach(object, target -> {
                if (closed.isEmpty() || !closed.contains(new Gate.Reference(object, target))) {
                    note(target, object);
                }
            });
        }
        return Optional.empty();
    }

    private void note(int object, int from) {
        if (object == Heap.NONE || before[object] != UNSEEN) {
            return;
        }
        before[object] = from;
        if (end == open.length) {
            open = Arrays.copyOf(open, 2 * end);
        }
        open[end++] = object;
    }

    private List<Integer> wayTo(int goal) {
        List<Integer> way = new ArrayList<>();
        for (int object = goal; object != IS_ROOT; object = before[object]) {
            way.add(object);
        }
        Collections.reverse(way);
        return way;
    }
}
