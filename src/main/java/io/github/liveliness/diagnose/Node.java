package io.github.liveliness.diagnose;

import java.util.ArrayList;
import java.util.List;

/**
 * What others wait for: a thread, or an executor as a whole, which moves as soon as one of its threads does.
 *
 * <p>There is one object for each thread and executor of a snapshot, so identity is equality.
 */
abstract sealed class Node permits ThreadNode, ExecutorNode {
    private final List<Node> needs = new ArrayList<>(1);
    private final List<Node> neededBy = new ArrayList<>(1);
    private final List<Mover> movers = new ArrayList<>(0);

    final void addNeed(Node other) {
        needs.add(other);
        other.neededBy.add(this);
    }

    final void addMover(Mover mover) {
        movers.add(mover);
    }

    /** One of these has to move first; any one will do. */
    final List<Node> needs() {
        return needs;
    }

    /** Those that this one could move. */
    final List<Node> neededBy() {
        return neededBy;
    }

    /** Why this one can move whatever the others do. */
    final List<Mover> movers() {
        return movers;
    }
}
