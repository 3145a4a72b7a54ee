package io.github.liveliness.reach;

import java.util.List;

/**
 * A waiting thread that moves only if somebody who can move reaches what it waits for.
 *
 * @param thread its {@code Thread}
 * @param blockers what it waits for; whoever reaches one of these may wake it
 * @param roots what it can reach by itself, once it moves
 */
record Suspect(int thread, List<Integer> blockers, List<Integer> roots) {
    Suspect {
        blockers = List.copyOf(blockers);
        roots = List.copyOf(roots);
    }
}
