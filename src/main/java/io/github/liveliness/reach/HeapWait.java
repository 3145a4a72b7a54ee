package io.github.liveliness.reach;

import java.util.List;

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
     * @param checked whether the blocker's own state, in the same dump, says that nobody has woken it
     */
    record Parked(List<Integer> blockers, boolean checked) implements HeapWait {
        public Parked {
            blockers = List.copyOf(blockers);
        }
    }
}
