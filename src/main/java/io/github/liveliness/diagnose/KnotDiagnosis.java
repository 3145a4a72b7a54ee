package io.github.liveliness.diagnose;

import io.github.liveliness.model.Activity.Limit;
import io.github.liveliness.model.Activity.Waiting;
import io.github.liveliness.model.Diagnosis;
import io.github.liveliness.model.Stall;
import io.github.liveliness.model.Verdict;
import io.github.liveliness.model.WaitGraph;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Makes the diagnosis of one knot. */
final class KnotDiagnosis {

    private KnotDiagnosis() {}

    static Diagnosis of(Knot knot, OwnershipProof proof) {
        Verdict verdict = proof.verdict(knot);
        Stall.Kind kind = kind(knot);
        Optional<Duration> endsByItself = endsByItself(knot);
        List<ExecutorNode> executors = StuckExecutors.of(knot, verdict, endsByItself);
        return new Diagnosis(
                verdict,
                Optional.of(kind),
                KnotSentence.of(knot, kind, executors, verdict, endsByItself),
                new WaitGraph(
                        Edges.of(knot.all(), knot.members()),
                        executors.stream().map(ExecutorNode::id).collect(Collectors.toSet())),
                List.of(),
                endsByItself);
    }

    /** Starvation is the threads of one executor against their own queue; with anybody else in it, it is a deadlock. */
    private static Stall.Kind kind(Knot knot) {
        boolean oneAgainstItself = knot.executors().stream()
                .anyMatch(executor -> knot.threads().stream().allMatch(thread -> thread.worksFor(executor)));
        return oneAgainstItself ? Stall.Kind.STARVATION : Stall.Kind.DEADLOCK;
    }

    /** The first time-out inside, which lets go of all the others; those of threads behind the knot end only them. */
    private static Optional<Duration> endsByItself(Knot knot) {
        return knot.threads().stream()
                .filter(ThreadNode::isTimed)
                .flatMap(thread -> thread.waiting().map(Waiting::limit).stream())
                .map(limit -> ((Limit.Timed) limit).remaining().orElse(Duration.ZERO))
                .map(remaining -> remaining.isNegative() ? Duration.ZERO : remaining)
                .min(Duration::compareTo);
    }
}
