package io.github.liveliness.engine;

import io.github.liveliness.diagnose.AbandonedWait;
import io.github.liveliness.model.Diagnosis;
import io.github.liveliness.model.Reachability;
import io.github.liveliness.model.Snapshot;
import io.github.liveliness.model.ThreadId;
import io.github.liveliness.watch.Watch;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Puts waits of test bodies to the proof that nothing else explains, once they have lasted for a while. */
final class AbandonedWaits {
    private final Watch watch;
    private final HeapBook heap;
    private final Map<Body, Sitting> sittings = new HashMap<>();

    /** A wait, by its number, and the healthy time at which it was first seen. */
    private record Sitting(long number, long since) {}

    AbandonedWaits(Watch watch, HeapBook heap) {
        this.watch = watch;
        this.heap = heap;
    }

    /**
     * Looks at what the bodies wait for, and asks about those that have waited for long.
     *
     * @param healthyNanos how much time has passed so far in which the watcher was on time
     */
    void tick(Collection<Body> bodies, long healthyNanos) {
        sittings.keySet().retainAll(bodies);
        for (Body body : bodies) {
            if (!body.settings().proving().byHeap()) {
                continue;
            }
            long number = watch.waitNumber(body.thread());
            Sitting known = sittings.get(body);
            if (known == null || known.number != number) {
                sittings.put(body, new Sitting(number, healthyNanos));
            } else if (number != 0 && isDue(body, healthyNanos - known.since)) {
                heap.ask(
                        Set.of(watch.name(body.thread())),
                        body.settings().proving().maximalHeap(),
                        healthyNanos);
            }
        }
    }

    private static boolean isDue(Body body, long waited) {
        Proving proving = body.settings().proving();
        return proving.abandonedAfter()
                .filter(after -> Duration.ofNanos(waited).compareTo(after) >= 0)
                .isPresent();
    }

    /** What to tell of a body, if its wait is proven to be abandoned. */
    Optional<Diagnosis> of(ThreadId body, Snapshot snapshot) {
        return heap.about(Set.of(body))
                .flatMap(told -> told instanceof Reachability.Unreached unreached
                        ? AbandonedWait.of(body, Set.of(body), snapshot, unreached)
                        : Optional.empty());
    }
}
