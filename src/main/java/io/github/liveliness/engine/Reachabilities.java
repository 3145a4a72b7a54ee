package io.github.liveliness.engine;

import io.github.liveliness.model.Reachability;
import io.github.liveliness.proof.HeapAttempt;
import io.github.liveliness.reach.Wake;
import java.time.Duration;
import java.util.Collections;
import java.util.List;

/** What an attempt at a proof tells of each thread, in the words of reports. */
final class Reachabilities {
    private Reachabilities() {}

    static List<Reachability> of(HeapAttempt attempt, int threads) {
        if (attempt instanceof HeapAttempt.Made made) {
            return made.wakes().stream().map(wake -> of(wake, made.took())).toList();
        }
        return Collections.nCopies(threads, new Reachability.NotMade(((HeapAttempt.NotMade) attempt).why()));
    }

    private static Reachability of(Wake wake, Duration took) {
        if (wake instanceof Wake.Nobody) {
            return new Reachability.Unreached(took);
        }
        if (wake instanceof Wake.Unseen unseen) {
            return unseen.passing() ? new Reachability.NotAsked() : new Reachability.Doubtful(unseen.doubt());
        }
        return wake instanceof Wake.Somebody somebody
                ? new Reachability.Reached(
                        somebody.chain().holder(),
                        somebody.chain().steps(),
                        somebody.chain().end(),
                        somebody.rank())
                : new Reachability.NotAsked();
    }
}
