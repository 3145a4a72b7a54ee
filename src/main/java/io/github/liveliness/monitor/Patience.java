package io.github.liveliness.monitor;

import java.time.Duration;

/**
 * Decides when a beat that doesn't run is offered once more: after 1 s, 2 s, 4 s and so on.
 *
 * <p>A runtime may have dropped the beat without a word ({@code DiscardPolicy}, a queue cleared by hand), and would
 * then look stalled for ever. The growing gaps keep a stalled runtime's queue from filling up with beats.
 */
final class Patience {

    private static final Duration FIRST = Duration.ofSeconds(1);

    private Duration limit = FIRST;

    boolean endsAfter(Duration wait) {
        if (wait.compareTo(FIRST) < 0) {
            limit = FIRST;
        }
        if (wait.compareTo(limit) < 0) {
            return false;
        }
        limit = limit.multipliedBy(2);
        return true;
    }
}
