package io.github.liveliness.diagnose;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Tells who can still move.
 *
 * <p>To move, one waker is always enough. So the least fixpoint of "can still move" is whatever leads to somebody who
 * moves by himself, and one walk against the arrows finds it. A time-out is not counted as a move here: a timed wait
 * holds its knot together until it ends. It ends the whole of a knot or nothing of it, since in a knot everybody leads
 * to everybody; so a knot without a timed wait is one in the stricter sense, too.
 */
final class Movability {

    private Movability() {}

    /** Everything that cannot move unless a time-out ends. */
    static Set<Node> stuck(Picture picture) {
        Set<Node> stuck = new LinkedHashSet<>(picture.threads());
        stuck.addAll(picture.executors());
        List<Node> moving = new ArrayList<>();
        for (Node node : stuck) {
            if (!node.movers().isEmpty()) {
                moving.add(node);
            }
        }
        stuck.removeAll(Walk.toWaiters(moving, node -> true));
        return stuck;
    }
}
