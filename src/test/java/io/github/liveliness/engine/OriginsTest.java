package io.github.liveliness.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.liveliness.model.Activity.Form;
import io.github.liveliness.model.Activity.Limit;
import io.github.liveliness.model.Activity.Waiting;
import io.github.liveliness.model.Diagnosis;
import io.github.liveliness.model.ExecutorId;
import io.github.liveliness.model.ExecutorState;
import io.github.liveliness.model.ScopeId;
import io.github.liveliness.model.Snapshot;
import io.github.liveliness.model.Stall;
import io.github.liveliness.model.ThreadId;
import io.github.liveliness.model.Verdict;
import io.github.liveliness.model.WaitGraph;
import io.github.liveliness.model.Waker;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Where a test has a stall from. */
class OriginsTest {
    private static final ExecutorId POOL = new ExecutorId(1);
    private static final ThreadId WORKER = new ThreadId(7);

    private final Origins origins = new Origins();
    private final Scope earlier = Scope.of("ATest.a()", List.of());
    private final Scope later = Scope.of("ATest.b()", List.of());
    private final Scope last = Scope.of("ATest.c()", List.of());
    private final Diagnosis diagnosis = waitingFor("FutureTask@1");
    private final Snapshot snapshot = completed(3);

    @Test
    void theFirstTestThatWasToldIsNamed() {
        origins.told(diagnosis, snapshot, earlier, () -> true);
        origins.told(diagnosis, snapshot, later, () -> true);

        assertThat(origins.of(diagnosis, snapshot, last)).contains("ATest.a()");
    }

    @Test
    void aTestThatRunsMayShareTheStallAsAnEqual() {
        origins.told(diagnosis, snapshot, earlier, () -> false);

        assertThat(origins.of(diagnosis, snapshot, later)).isEmpty();
    }

    @Test
    void aTestHasNoStallFromItself() {
        origins.told(diagnosis, snapshot, earlier, () -> true);

        assertThat(origins.of(diagnosis, snapshot, earlier)).isEmpty();
    }

    @Test
    void anExecutorThatHasCompletedATaskSinceIsStuckAnew() {
        origins.told(diagnosis, snapshot, earlier, () -> true);

        assertThat(origins.of(diagnosis, completed(4), later)).isEmpty();
    }

    @Test
    void aWorkerThatWaitsForSomethingElseIsStuckAnew() {
        origins.told(diagnosis, snapshot, earlier, () -> true);

        assertThat(origins.of(waitingFor("FutureTask@2"), snapshot, later)).isEmpty();
    }

    private static Diagnosis waitingFor(String object) {
        Waiting waiting = new Waiting(
                Form.FUTURE_TASK, object, new Limit.None(), List.of(new Waker.Unknown("nobody is known here")));
        return new Diagnosis(
                Verdict.PROVEN,
                Optional.of(Stall.Kind.STARVATION),
                "",
                new WaitGraph(List.of(new WaitGraph.Edge(WORKER, waiting)), Set.of(POOL)),
                List.of(),
                Optional.empty());
    }

    private static Snapshot completed(long tasks) {
        ExecutorState pool = new ExecutorState(
                POOL,
                "orders",
                "ThreadPoolExecutor",
                ExecutorState.Kind.THREAD_POOL,
                ScopeId.RUN,
                new ExecutorState.Size(1, 1, 1, ExecutorState.Growth.CLOSED),
                List.of(WORKER),
                List.of(),
                1,
                tasks);
        return new Snapshot(List.of(pool), List.of(), Map.of(), Snapshot.Consistency.ATOMIC);
    }
}
