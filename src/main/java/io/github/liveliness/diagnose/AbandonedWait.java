package io.github.liveliness.diagnose;

import io.github.liveliness.model.Activity.Waiting;
import io.github.liveliness.model.Diagnosis;
import io.github.liveliness.model.Reachability;
import io.github.liveliness.model.Snapshot;
import io.github.liveliness.model.Stall.Kind;
import io.github.liveliness.model.ThreadId;
import io.github.liveliness.model.ThreadState;
import io.github.liveliness.model.Verdict;
import io.github.liveliness.model.WaitGraph;
import io.github.liveliness.model.WaitGraph.Edge;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apiguardian.api.API;

/** Makes the diagnosis of a thread that waits for what nobody can give any more. */
@API(status = API.Status.INTERNAL)
public final class AbandonedWait {

    private AbandonedWait() {}

    /**
     * The diagnosis.
     *
     * @param waiter the thread
     * @param stuck all threads that nobody can wake, the waiter among them
     * @param told how that is known
     * @return nothing if the snapshot does not show the thread waiting
     */
    public static Optional<Diagnosis> of(ThreadId waiter, Set<ThreadId> stuck, Snapshot snapshot, Reachability told) {
        return snapshot.thread(waiter)
                .flatMap(thread -> waiting(thread).map(wait -> diagnosis(thread, wait, stuck, snapshot, told)));
    }

    private static Diagnosis diagnosis(
            ThreadState waiter, Waiting wait, Set<ThreadId> stuck, Snapshot snapshot, Reachability told) {
        List<Edge> edges = new ArrayList<>();
        edges.add(new Edge(waiter.id(), wait));
        snapshot.threads().stream()
                .filter(other -> stuck.contains(other.id()) && !other.id().equals(waiter.id()))
                .forEach(other -> waiting(other).ifPresent(found -> edges.add(new Edge(other.id(), found))));
        return new Diagnosis(
                Verdict.PROVEN,
                Optional.of(Kind.ABANDONED),
                Wording.waits(waiter, wait) + Wording.place(waiter.stack()) + ", and nobody is left who could end that"
                        + EndWording.of(told),
                new WaitGraph(edges, Set.of()).withoutUnseen(),
                List.of(),
                Optional.empty(),
                told);
    }

    private static Optional<Waiting> waiting(ThreadState thread) {
        return thread.activity() instanceof Waiting waiting ? Optional.of(waiting) : Optional.empty();
    }
}
