package io.github.liveliness.engine;

import io.github.liveliness.model.LastHolder;
import io.github.liveliness.model.Reachability;
import io.github.liveliness.proof.HeapAttempt;
import io.github.liveliness.reach.Wake;
import java.time.Duration;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongFunction;

/** What an attempt at a proof tells of each thread, in the words of reports. */
final class Reachabilities {
    private Reachabilities() {}

    /** @param endings what is known of what ended under a number */
    static List<Reachability> of(HeapAttempt attempt, int threads, LongFunction<Optional<LastHolder>> endings) {
        if (attempt instanceof HeapAttempt.Made made) {
            return made.wakes().stream()
                    .map(wake -> of(wake, made.took(), endings))
                    .toList();
        }
        return Collections.nCopies(threads, new Reachability.NotMade(((HeapAttempt.NotMade) attempt).why()));
    }

    private static Reachability of(Wake wake, Duration took, LongFunction<Optional<LastHolder>> endings) {
        if (wake instanceof Wake.Nobody nobody) {
            return new Reachability.Unreached(took, lastHolders(nobody.endings(), endings));
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

    /** What failed is often noticed twice: as a task, and as the thread that ran it. */
    private static List<LastHolder> lastHolders(List<Long> numbers, LongFunction<Optional<LastHolder>> endings) {
        Set<List<Object>> told = new HashSet<>();
        return numbers.stream()
                .map(endings::apply)
                .flatMap(Optional::stream)
                .filter(holder -> told.add(List.of(holder.thread(), holder.cause(), holder.frames())))
                .toList();
    }
}
