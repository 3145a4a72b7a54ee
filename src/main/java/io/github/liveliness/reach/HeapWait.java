package io.github.liveliness.reach;

import java.util.List;
import java.util.Set;

/** What a thread of a dump does, as far as a proof is concerned. */
sealed interface HeapWait {

    /**
     * It can move by itself, or has been woken and has not noticed yet.
     *
     * @param why half a sentence that tells
     */
    record CanMove(String why) implements HeapWait {}

    /**
     * It moves only if somebody wakes it.
     *
     * @param blockers what it waits for; whoever reaches one of these may wake it
     * @param awaited the {@code Thread}s that end the wait as soon as they can move: who holds the lock, who is joined
     * @param checked whether the blocker's own state, in the same dump, says that nobody has woken it
     */
    record Stays(List<Integer> blockers, Set<Integer> awaited, boolean checked) implements HeapWait {
        public Stays {
            blockers = List.copyOf(blockers);
            awaited = Set.copyOf(awaited);
        }
    }
}
