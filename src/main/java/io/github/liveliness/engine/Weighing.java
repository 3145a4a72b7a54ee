package io.github.liveliness.engine;

import io.github.liveliness.diagnose.HeapVerdict;
import io.github.liveliness.model.Diagnosis;
import io.github.liveliness.model.Reachability;
import io.github.liveliness.model.ThreadId;
import io.github.liveliness.model.Verdict;
import io.github.liveliness.model.WaitGraph;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Asks the heap about findings that the graph alone does not prove, and gives them the verdict of both. */
final class Weighing {
    /** What lasts shorter may just be about to go on, and a dump stops the world. */
    private static final Duration LIKELY = Duration.ofMillis(150);

    private static final Duration SUSPECTED = Duration.ofSeconds(1);

    private final HeapBook heap;

    Weighing(HeapBook heap) {
        this.heap = heap;
    }

    /**
     * The diagnosis with what the heap tells, once it does.
     *
     * @param suffering the bodies whose stall this is
     * @param age for how long, in healthy time, it has been found again and again
     * @param healthyNanos how much time has passed so far in which the watcher was on time
     */
    Diagnosis weigh(Diagnosis diagnosis, Collection<Body> suffering, Duration age, long healthyNanos) {
        if (!isOpen(diagnosis) || !allow(suffering)) {
            return diagnosis;
        }
        Set<ThreadId> threads = threads(diagnosis);
        Optional<Reachability> told = heap.about(threads);
        if (told.isEmpty() && age.compareTo(diagnosis.verdict() == Verdict.LIKELY ? LIKELY : SUSPECTED) >= 0) {
            heap.ask(threads, maximalHeap(suffering), healthyNanos);
        }
        return told.map(known -> HeapVerdict.of(diagnosis, known)).orElse(diagnosis);
    }

    /** Whether the answer may still come that proves it, or tells who could end it. */
    boolean awaitsAnswer(Diagnosis diagnosis, long healthyNanos) {
        return isOpen(diagnosis) && heap.isAsking(threads(diagnosis), healthyNanos);
    }

    /** What a time-out ends is no case for a proof; nor is what burns processor time. */
    private static boolean isOpen(Diagnosis diagnosis) {
        return (diagnosis.verdict() == Verdict.LIKELY || diagnosis.verdict() == Verdict.SUSPECTED)
                && diagnosis.endsByItself().isEmpty();
    }

    private static boolean allow(Collection<Body> suffering) {
        return !suffering.isEmpty()
                && suffering.stream().allMatch(body -> body.settings().proving().byHeap());
    }

    private static long maximalHeap(Collection<Body> suffering) {
        return suffering.stream()
                .mapToLong(body -> body.settings().proving().maximalHeap())
                .min()
                .orElse(0);
    }

    private static Set<ThreadId> threads(Diagnosis diagnosis) {
        return diagnosis.graph().edges().stream().map(WaitGraph.Edge::waiter).collect(Collectors.toSet());
    }
}
