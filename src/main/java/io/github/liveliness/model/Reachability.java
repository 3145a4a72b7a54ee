package io.github.liveliness.model;

import java.time.Duration;
import java.util.List;
import org.apiguardian.api.API;

/** What is known of who can end a stall, beyond the graph: from dumps of the heap, or from a run under control. */
@API(status = API.Status.INTERNAL)
public sealed interface Reachability {

    /** No dump was asked for. */
    record NotAsked() implements Reachability {}

    /**
     * No dump could be made.
     *
     * @param why a sentence
     */
    record NotMade(String why) implements Reachability {}

    /**
     * Nobody who can move reaches anything that is waited for: this is the proof.
     *
     * @param took how long it took to find out
     * @param lastHolders who held it and has ended, the nearest first; empty where nobody is known
     */
    record Unreached(Duration took, List<LastHolder> lastHolders) implements Reachability {
        public Unreached {
            lastHolders = List.copyOf(lastHolders);
        }

        /** A proof that tells of nobody who held it. */
        public Unreached(Duration took) {
            this(took, List.of());
        }
    }

    /** All threads of the test were under control, and none of them could go on: this is a proof as well. */
    record Explored() implements Reachability {}

    /**
     * Nobody is seen to reach it, and somebody may be hidden.
     *
     * @param doubt a sentence
     */
    record Doubtful(String doubt) implements Reachability {}

    /**
     * Somebody who can move reaches it.
     *
     * @param who a thread and where it stands, or what else holds the first object
     * @param way the fields that lead from there, as {@code Class.field}
     * @param object what is reached
     * @param rank how many waiting threads have to be woken before, where it is a waiting thread that could do it
     */
    record Reached(String who, List<String> way, String object, int rank) implements Reachability {
        public Reached {
            way = List.copyOf(way);
        }
    }
}
