package io.github.liveliness.engine;

import java.time.Duration;
import java.util.Optional;
import org.apiguardian.api.API;

/**
 * What the users decided about proofs.
 *
 * @param by what a proof may rest on
 * @param maximalHeap the largest live heap that is dumped, in bytes
 * @param abandonedAfter after how long a wait of a test is put to the proof; empty for never
 */
@API(status = API.Status.INTERNAL)
public record Proving(By by, long maximalHeap, Optional<Duration> abandonedAfter) {

    /** What a proof may rest on. */
    public enum By {
        /** Who owns what is waited for, and else dumps of the heap. */
        HEAP,
        /** Who owns what is waited for. */
        GRAPH
    }

    boolean byHeap() {
        return by == By.HEAP;
    }
}
