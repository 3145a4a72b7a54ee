package io.github.liveliness.reach;

import org.apiguardian.api.API;

/** Who can wake a thread, as far as one dump tells. */
@API(status = API.Status.INTERNAL)
public sealed interface Wake {

    /** Nobody: whoever can move reaches nothing of what it waits for. */
    record Nobody() implements Wake {}

    /**
     * Nobody is seen, and somebody might be hidden.
     *
     * @param doubt why this is no proof, a sentence
     * @param passing whether the doubt may be gone in a moment
     */
    record Unseen(String doubt, boolean passing) implements Wake {}

    /**
     * Somebody can.
     *
     * @param chain how
     * @param rank how many waiting threads are to be woken before, for somebody who waits now to do it
     */
    record Somebody(Chain chain, int rank) implements Wake {}

    /**
     * It needs nobody.
     *
     * @param why half a sentence that tells
     */
    record ByItself(String why) implements Wake {}
}
