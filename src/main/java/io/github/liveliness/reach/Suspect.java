package io.github.liveliness.reach;

import java.util.List;
import java.util.Set;

/**
 * A waiting thread that moves only if somebody who can move wakes it.
 *
 * @param thread its {@code Thread}
 * @param blockers what it waits for; whoever reaches one of these may wake it
 * @param awaited the {@code Thread}s that wake it as soon as they can move, wherever they reach: whoever holds its lock
 * @param roots what it can reach by itself, once it moves
 */
record Suspect(int thread, List<Integer> blockers, Set<Integer> awaited, List<Integer> roots) {
    Suspect {
        blockers = List.copyOf(blockers);
        awaited = Set.copyOf(awaited);
        roots = List.copyOf(roots);
    }
}
