package io.github.liveliness.diagnose;

import io.github.liveliness.model.Verdict;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Names the executors that are stuck in a knot or behind it, as surely as the knot itself.
 *
 * <p>Whoever waits behind a knot may do so less surely than the knot holds: through a latch, or until a time-out. An
 * executor of such threads is left out, so that a proof never speaks of more than it has proven.
 */
final class StuckExecutors {

    private StuckExecutors() {}

    /** In the order in which they were made. */
    static List<ExecutorNode> of(Knot knot, Verdict verdict, Optional<Duration> endsByItself) {
        Predicate<Node> asSure = verdict == Verdict.PROVEN
                ? OwnershipProof::extendsTo
                : node -> endsByItself.isPresent() || !isTimed(node);
        Set<Node> lessSure = knot.all().stream()
                .filter(node -> !asSure.test(node) || !knot.all().containsAll(node.needs()))
                .collect(Collectors.toSet());
        Set<Node> unsure = Walk.toWaiters(lessSure, knot.all()::contains);
        return knot.all().stream()
                .filter(node -> !unsure.contains(node))
                .flatMap(node -> node instanceof ExecutorNode executor ? Stream.of(executor) : Stream.empty())
                .filter(StuckExecutors::isMissed)
                .sorted(Comparator.comparingLong(executor -> executor.id().number()))
                .toList();
    }

    private static boolean isTimed(Node node) {
        return node instanceof ThreadNode thread && thread.isTimed();
    }

    /** An executor that has nothing to do, and that nobody waits for, is not worth a word. */
    private static boolean isMissed(ExecutorNode executor) {
        return executor.state().backlogSize() > 0
                || executor.needs().stream()
                        .flatMap(worker -> worker.neededBy().stream())
                        .anyMatch(ThreadNode.class::isInstance);
    }
}
