package io.github.liveliness.reach;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;

/**
 * Marks whatever those who can move can reach. A waiting thread whose blocker is marked can move as well, and adds its own
 * roots; what is left when nothing is added any more can be woken by nobody.
 */
final class Marking {
    private final References references;
    private final BitSet marked = new BitSet();
    private final Set<Suspect> stuck;
    private final List<Suspect> released = new ArrayList<>();
    private final Map<Gate.Reference, List<Gate>> closed = new HashMap<>();
    private final BitSet guarded = new BitSet();
    private final Set<Gate> gates;
    private final Set<Gate.Reference> heldBack = new LinkedHashSet<>();
    private final IntConsumer marker = this::mark;
    private int[] open = new int[1 << 12];
    private int openCount;

    /** Begins with nothing marked. */
    Marking(References references, Collection<Suspect> suspects, Collection<Gate> gates) {
        this.references = references;
        this.stuck = new LinkedHashSet<>(suspects);
        this.gates = new LinkedHashSet<>(gates);
        for (Gate gate : gates) {
            for (Gate.Reference reference : gate.references()) {
                closed.computeIfAbsent(reference, behind -> new ArrayList<>()).add(gate);
                guarded.set(reference.from());
            }
        }
    }

    /**
     * Marks from these roots as well.
     *
     * @param roots what those reach who can move anyway, {@link Heap#NONE} allowed
     */
    Marking from(Iterable<Integer> roots) {
        roots.forEach(this::mark);
        boolean changed = true;
        while (changed) {
            follow();
            boolean released = release();
            changed = unlock() || released;
        }
        return this;
    }

    /** What would be marked if everybody could move and every gate were open, and these were roots as well. */
    BitSet markedWithout(Iterable<Integer> roots) {
        Marking all = new Marking(references, List.of(), List.of());
        all.marked.or(marked);
        heldBack.forEach(reference -> all.mark(reference.to()));
        stuck.forEach(suspect -> {
            all.mark(suspect.thread());
            suspect.roots().forEach(all::mark);
        });
        all.from(roots);
        return all.marked;
    }

    /** The suspects that nobody can wake. */
    Set<Suspect> stuck() {
        return Set.copyOf(stuck);
    }

    /** The suspects that can be woken, in an order in which each is woken by those before it. */
    List<Suspect> released() {
        return List.copyOf(released);
    }

    /** The gates that nobody could open. */
    Set<Gate> shut() {
        return Set.copyOf(gates);
    }

    private boolean release() {
        Set<Integer> stuckThreads = threads(stuck);
        List<Suspect> movable = stuck.stream()
                .filter(suspect -> suspect.blockers().stream().anyMatch(this::isReached)
                        || !stuckThreads.containsAll(suspect.awaited()))
                .toList();
        for (Suspect suspect : movable) {
            stuck.remove(suspect);
            released.add(suspect);
            mark(suspect.thread());
            suspect.roots().forEach(this::mark);
        }
        return !movable.isEmpty();
    }

    /** What is not in the dump may be anywhere. */
    private boolean isReached(int object) {
        return object == Heap.NONE || marked.get(object);
    }

    private static Set<Integer> threads(Collection<Suspect> suspects) {
        return suspects.stream().map(Suspect::thread).collect(Collectors.toUnmodifiableSet());
    }

    private boolean unlock() {
        Set<Integer> stuckThreads = threads(stuck);
        List<Gate> unlocked = gates.stream()
                .filter(gate -> !stuckThreads.containsAll(gate.keepers())
                        || gate.openers().stream().anyMatch(this::isReached))
                .toList();
        gates.removeAll(unlocked);
        for (Gate gate : unlocked) {
            gate.references().forEach(reference -> unlock(gate, reference));
        }
        return !unlocked.isEmpty();
    }

    private void unlock(Gate gate, Gate.Reference reference) {
        List<Gate> others = closed.getOrDefault(reference, List.of()).stream()
                .filter(other -> !other.equals(gate))
                .toList();
        if (!others.isEmpty()) {
            closed.put(reference, others);
            return;
        }
        closed.remove(reference);
        if (heldBack.remove(reference)) {
            mark(reference.to());
        }
    }

    private void follow() {
        while (openCount > 0) {
            int object = open[--openCount];
            if (guarded.get(object)) {
                references.forEach(object, target -> markBehindGates(object, target));
            } else {
                references.forEach(object, marker);
            }
        }
    }

    private void markBehindGates(int from, int to) {
        Gate.Reference reference = new Gate.Reference(from, to);
        if (closed.containsKey(reference)) {
            heldBack.add(reference);
        } else {
            mark(to);
        }
    }

    private void mark(int object) {
        if (object == Heap.NONE || marked.get(object)) {
            return;
        }
        marked.set(object);
        if (openCount == open.length) {
            open = Arrays.copyOf(open, 2 * openCount);
        }
        open[openCount++] = object;
    }
}
