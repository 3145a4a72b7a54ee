package io.github.liveliness.diagnose;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;

/**
 * Finds the knots among stuck nodes: the strongly connected components that nothing leads out of.
 *
 * <p>Kosaraju's algorithm, with its own stack, since a chain of waiters may be deeper than a thread's. Every stuck node
 * waits for a knot, so there is one as soon as anything is stuck.
 */
final class Knots {
    private final Set<Node> stuck;

    private Knots(Set<Node> stuck) {
        this.stuck = stuck;
    }

    static List<Knot> among(Set<Node> stuck) {
        return new Knots(stuck).find();
    }

    private List<Knot> find() {
        List<Knot> knots = new ArrayList<>();
        Set<Node> seen = new HashSet<>();
        for (Node node : theMostNeededFirst()) {
            if (!seen.contains(node)) {
                Set<Node> component = Walk.toNeeds(node, needed -> !seen.contains(needed));
                seen.addAll(component);
                if (component.stream().allMatch(member -> component.containsAll(member.needs()))) {
                    knots.add(new Knot(component, Walk.toWaiters(component, stuck::contains)));
                }
            }
        }
        return knots;
    }

    /** The stuck nodes in the reverse order in which a search through those who wait for them is done with them. */
    private Iterable<Node> theMostNeededFirst() {
        Deque<Node> done = new ArrayDeque<>();
        Deque<Visit> path = new ArrayDeque<>();
        Set<Node> entered = new HashSet<>();
        for (Node start : stuck) {
            enter(start, entered, path);
            while (!path.isEmpty()) {
                Visit visit = path.element();
                if (visit.waiters().hasNext()) {
                    enter(visit.waiters().next(), entered, path);
                } else {
                    done.push(path.pop().node());
                }
            }
        }
        return done;
    }

    private void enter(Node node, Set<Node> entered, Deque<Visit> path) {
        if (stuck.contains(node) && entered.add(node)) {
            path.push(new Visit(node, node.neededBy().iterator()));
        }
    }

    private record Visit(Node node, Iterator<Node> waiters) {}
}
