package io.github.liveliness.diagnose;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/** Walks through a graph, to each node once, the nearest first. */
final class Walk {

    private Walk() {}

    /** The starts and whoever waits for one of them, directly or through others. */
    static Set<Node> toWaiters(Collection<Node> starts, Predicate<Node> within) {
        return walk(starts, Node::neededBy, within);
    }

    /** The start and whatever it waits for, directly or through others. */
    static Set<Node> toNeeds(Node start, Predicate<Node> within) {
        return walk(List.of(start), Node::needs, within);
    }

    private static Set<Node> walk(Collection<Node> starts, Function<Node, List<Node>> steps, Predicate<Node> within) {
        Set<Node> reached = new LinkedHashSet<>(starts);
        Deque<Node> ahead = new ArrayDeque<>(reached);
        while (!ahead.isEmpty()) {
            for (Node next : steps.apply(ahead.remove())) {
                if (within.test(next) && reached.add(next)) {
                    ahead.add(next);
                }
            }
        }
        return reached;
    }
}
