package io.github.liveliness.model;

import java.util.List;
import java.util.Set;
import org.apiguardian.api.API;

/**
 * Who waits for whom in one knot.
 *
 * @param edges one for each waiting thread of the knot, workers first
 * @param executors the executors all of whose workers are in the knot
 */
@API(status = API.Status.INTERNAL)
public record WaitGraph(List<Edge> edges, Set<ExecutorId> executors) {
    public WaitGraph {
        edges = List.copyOf(edges);
        executors = Set.copyOf(executors);
    }

    /**
     * A thread and what it waits for.
     *
     * @param waiter the waiting thread
     * @param waiting its wait
     */
    public record Edge(ThreadId waiter, Activity.Waiting waiting) {}

    /** Tells whether a thread waits inside this knot. */
    public boolean holds(ThreadId thread) {
        return edges.stream().anyMatch(edge -> edge.waiter().equals(thread));
    }

    /** The same graph once it is proven that there is nobody unseen who could end one of its waits. */
    public WaitGraph withoutUnseen() {
        return new WaitGraph(edges.stream().map(WaitGraph::withoutUnseen).toList(), executors);
    }

    private static Edge withoutUnseen(Edge edge) {
        List<Waker> seen = edge.waiting.wakers().stream()
                .filter(waker -> !(waker instanceof Waker.Unknown))
                .toList();
        return new Edge(
                edge.waiter,
                new Activity.Waiting(
                        edge.waiting.form(),
                        edge.waiting.object(),
                        edge.waiting.limit(),
                        seen.isEmpty() ? List.of(new Waker.Nobody()) : seen));
    }

    /** Whether a thread runs a task that somebody here waits for. */
    public boolean isAwaited(ThreadId thread) {
        return edges.stream()
                .flatMap(edge -> edge.waiting().wakers().stream())
                .anyMatch(waker -> waker instanceof Waker.RunningTask running
                        && running.thread().equals(thread));
    }
}
