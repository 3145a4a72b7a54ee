package io.github.liveliness.engine;

import io.github.liveliness.model.Stall;
import io.github.liveliness.model.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The stalls that one test saw, and those that it means to show. */
final class StallLog {
    private final Map<Finding, Stall> seen = new LinkedHashMap<>();
    private final List<Stall> told = new ArrayList<>();
    private final Set<Stall.Kind> expected = EnumSet.noneOf(Stall.Kind.class);

    /** What stays the same from look to look. */
    private record Finding(Stall.Kind kind, List<String> executors) {
        static Finding of(Stall stall) {
            return new Finding(stall.kind(), stall.executors());
        }
    }

    synchronized void expect(Stall.Kind kind) {
        expected.add(kind);
    }

    synchronized boolean expects(Stall.Kind kind) {
        return expected.contains(kind);
    }

    /** Remembers a stall; a later look at the same one takes its place. */
    synchronized void add(Stall stall) {
        seen.put(Finding.of(stall), stall);
        notifyAll();
    }

    synchronized List<Stall> seen() {
        return List.copyOf(seen.values());
    }

    /** The stalls that nobody expected, each told once, and as the surest that was seen of it. */
    synchronized List<Stall> tellUnexpected() {
        List<Stall> news = new ArrayList<>();
        unexpected()
                .sorted(Comparator.comparing(Stall::verdict))
                .filter(this::isNews)
                .forEach(stall -> {
                    told.add(stall);
                    news.add(stall);
                });
        return news;
    }

    /** Notes that a test has failed with a stall. */
    synchronized void tell(Stall stall) {
        told.add(stall);
    }

    /** Whether nothing as sure was told of the executors of a stall, or of its kind where it has none. */
    synchronized boolean isNews(Stall stall) {
        return told.stream()
                .noneMatch(known -> known.verdict().atLeast(stall.verdict())
                        && known.executors().equals(stall.executors())
                        && (known.kind() == stall.kind() || !stall.executors().isEmpty()));
    }

    private Stream<Stall> unexpected() {
        return seen.values().stream().filter(stall -> !expected.contains(stall.kind()));
    }

    /** The expected kinds that did not show. */
    synchronized List<Stall.Kind> missing() {
        return expected.stream().filter(kind -> find(kind).isEmpty()).toList();
    }

    synchronized boolean holdsUnexpectedProof() {
        return unexpected().anyMatch(stall -> stall.verdict() == Verdict.PROVEN && isNews(stall));
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
        return seen.values().stream().filter(stall -> stall.kind() == kind).findFirst();
    }
}
