package io.github.liveliness.diagnose;

import io.github.liveliness.model.WaitGraph.Edge;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Lists who waits for what, in the order in which a report shows it. */
final class Edges {

    private Edges() {}

    /** The waits of all threads among these nodes: workers before others, then the foremost, then by age. */
    static List<Edge> of(Collection<Node> nodes, Set<Node> foremost) {
        return nodes.stream()
                .flatMap(node -> node instanceof ThreadNode thread ? Stream.of(thread) : Stream.empty())
                .sorted(Comparator.comparing(
                                (ThreadNode thread) -> thread.employer().isEmpty())
                        .thenComparing(thread -> !foremost.contains(thread))
                        .thenComparing(thread -> thread.id().number()))
                .flatMap(thread -> thread.waiting().map(wait -> new Edge(thread.id(), wait)).stream())
                .toList();
    }
}
