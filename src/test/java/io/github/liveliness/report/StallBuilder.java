package io.github.liveliness.report;

import io.github.liveliness.model.Activity.Waiting;
import io.github.liveliness.model.Diagnosis;
import io.github.liveliness.model.Evidence;
import io.github.liveliness.model.Evidence.RuledOut;
import io.github.liveliness.model.ExecutorId;
import io.github.liveliness.model.ExecutorState;
import io.github.liveliness.model.OpenCall;
import io.github.liveliness.model.Reachability;
import io.github.liveliness.model.RescueLog;
import io.github.liveliness.model.Snapshot;
import io.github.liveliness.model.Snapshot.Consistency;
import io.github.liveliness.model.Stall;
import io.github.liveliness.model.ThreadId;
import io.github.liveliness.model.ThreadState;
import io.github.liveliness.model.Verdict;
import io.github.liveliness.model.WaitGraph;
import io.github.liveliness.model.WaitGraph.Edge;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Builds a stall out of the facts that a test cares about; each waiting thread becomes an edge of its graph. */
final class StallBuilder {

    private final Verdict verdict;
    private final Stall.Kind kind;
    private String sentence = "Nothing moves.";
    private String test = "OrderServiceTest.placesFourOrdersConcurrently()";
    private final List<ExecutorState> executors = new ArrayList<>();
    private final Set<ExecutorId> stuck = new LinkedHashSet<>();
    private final List<ThreadState> threads = new ArrayList<>();
    private final List<Edge> edges = new ArrayList<>();
    private final List<OpenCall> calls = new ArrayList<>();
    private final List<String> limits = new ArrayList<>();
    private final List<String> movers = new ArrayList<>();
    private final Map<ThreadId, ThreadId> lockOwners = new HashMap<>();
    private boolean inLockCycle;
    private Duration silence = Duration.ofMillis(550);
    private Duration pause = Duration.ZERO;
    private Duration workerCpu = Duration.ofMillis(1);
    private Optional<Duration> endsByItself = Optional.empty();
    private Optional<String> since = Optional.empty();
    private RescueLog rescue = RescueLog.NONE;
    private Reachability reachability = new Reachability.NotAsked();

    private StallBuilder(Verdict verdict, Stall.Kind kind) {
        this.verdict = verdict;
        this.kind = kind;
    }

    static StallBuilder stall(Verdict verdict, Stall.Kind kind) {
        return new StallBuilder(verdict, kind);
    }

    StallBuilder sentence(String words) {
        sentence = words;
        return this;
    }

    StallBuilder test(String name) {
        test = name;
        return this;
    }

    StallBuilder stuck(ExecutorState executor) {
        stuck.add(executor.id());
        return beside(executor);
    }

    /** An executor that is watched, and not in the knot. */
    StallBuilder beside(ExecutorState executor) {
        executors.add(executor);
        return this;
    }

    StallBuilder waits(Collection<ThreadState> waiters) {
        waiters.forEach(this::waits);
        return this;
    }

    StallBuilder waits(ThreadState waiter) {
        edges.add(new Edge(waiter.id(), (Waiting) waiter.activity()));
        return sees(waiter);
    }

    StallBuilder sees(ThreadState thread) {
        threads.add(thread);
        return this;
    }

    StallBuilder lockCycle(ThreadId... members) {
        inLockCycle = true;
        return lockCycleElsewhere(members);
    }

    /** A cycle of locks that the JVM reports, and that has no part in this stall. */
    StallBuilder lockCycleElsewhere(ThreadId... members) {
        for (int i = 0; i < members.length; i++) {
            lockOwners.put(members[i], members[(i + 1) % members.length]);
        }
        return this;
    }

    StallBuilder mover(String half) {
        movers.add(half);
        return this;
    }

    /** A call that has not returned. */
    StallBuilder sits(OpenCall call) {
        calls.add(call);
        return this;
    }

    StallBuilder limit(String words) {
        limits.add(words);
        return this;
    }

    StallBuilder silence(Duration length) {
        silence = length;
        return this;
    }

    StallBuilder since(String earlierTest) {
        since = Optional.of(earlierTest);
        return this;
    }

    StallBuilder pause(Duration length) {
        pause = length;
        return this;
    }

    StallBuilder workerCpu(Duration used) {
        workerCpu = used;
        return this;
    }

    StallBuilder endsByItself(Duration left) {
        endsByItself = Optional.of(left);
        return this;
    }

    StallBuilder rescue(RescueLog done) {
        rescue = done;
        return this;
    }

    /** What the heap tells. */
    StallBuilder told(Reachability byTheHeap) {
        reachability = byTheHeap;
        return this;
    }

    Stall build() {
        Snapshot snapshot = new Snapshot(executors, threads, lockOwners, Consistency.ATOMIC);
        Diagnosis diagnosis = new Diagnosis(
                verdict, Optional.of(kind), sentence, new WaitGraph(edges, stuck), movers, endsByItself, reachability);
        Evidence evidence = new Evidence(
                snapshot, diagnosis, silence, since, new RuledOut(pause, workerCpu, inLockCycle), calls, limits);
        List<String> names = executors.stream().map(ExecutorState::name).toList();
        return new Stall(verdict, kind, sentence, test, names, evidence, rescue);
    }
}
