package io.github.liveliness.reach;

import java.util.List;
import org.apiguardian.api.API;

/** Who can wake a thread, as far as one dump tells. */
@API(status = API.Status.INTERNAL)
public sealed interface Wake {

    /**
     * Nobody: whoever can move reaches nothing of what it waits for.
     *
     * @param endings the numbers of what has ended and held what it waits for, the nearest first
     */
    record Nobody(List<Long> endings) implements Wake {
        public Nobody {
            endings = List.copyOf(endings);
        }

        /** Nobody, and nobody is known who could before. */
        public Nobody() {
            this(List.of());
        }
    }

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
