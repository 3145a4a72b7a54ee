package io.github.liveliness.engine;

import io.github.liveliness.model.Stall;
import io.github.liveliness.model.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The stalls that one test saw, and those that it means to show. */
final class StallLog {
    private final List<Stall> seen = new ArrayList<>();
    private final Set<Stall.Kind> expected = EnumSet.noneOf(Stall.Kind.class);

    synchronized void expect(Stall.Kind kind) {
        expected.add(kind);
    }

    synchronized boolean expects(Stall.Kind kind) {
        return expected.contains(kind);
    }

    /** Remembers a stall; a later look at the same one takes its place. */
    synchronized void add(Stall stall) {
        seen.removeIf(known -> known.kind() == stall.kind() && known.executors().equals(stall.executors()));
        seen.add(stall);
        notifyAll();
    }

    synchronized List<Stall> seen() {
        return List.copyOf(seen);
    }

    /** The stalls that nobody expected. */
    synchronized List<Stall> unexpected() {
        return seen.stream().filter(stall -> !expected.contains(stall.kind())).toList();
    }

    /** The expected kinds that did not show. */
    synchronized List<Stall.Kind> missing() {
        return expected.stream().filter(kind -> find(kind).isEmpty()).toList();
    }

    synchronized boolean holdsUnexpectedProof() {
        return unexpected().stream().anyMatch(stall -> stall.verdict() == Verdict.PROVEN);
    }

    /** Waits on the calling thread until a stall of this kind shows. */
    synchronized Optional<Stall> await(Stall.Kind kind, Duration within) throws InterruptedException {
        long deadline = System.nanoTime() + within.toNanos();
        Optional<Stall> found = find(kind);
        while (found.isEmpty() && deadline - System.nanoTime() > 0) {
            wait(Math.max(1, Duration.ofNanos(deadline - System.nanoTime()).toMillis()));
            found = find(kind);
        }
        return found;
    }

    private Optional<Stall> find(Stall.Kind kind) {
        return seen.stream().filter(stall -> stall.kind() == kind).findFirst();
    }
}
