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

/** What live tests hear of explored ones: nothing. */
class ExploredWorkTest {
    private static final ExecutorId POOL = new ExecutorId(1);
    private static final ThreadId WORKER = new ThreadId(7);

    @Test
    void whatAnExploredTestMadeIsItsOwn() {
        assertThat(ExploredWork.isIn(diagnosis(WORKER, Set.of(POOL)), poolOf(ScopeId.EXPLORED)))
                .isTrue();
        assertThat(ExploredWork.isIn(diagnosis(WORKER, Set.of()), poolOf(ScopeId.EXPLORED)))
                .isTrue();
    }

    @Test
    void whatOthersMadeIsNot() {
        assertThat(ExploredWork.isIn(diagnosis(WORKER, Set.of(POOL)), poolOf(ScopeId.RUN)))
                .isFalse();
        assertThat(ExploredWork.isIn(diagnosis(new ThreadId(8), Set.of()), poolOf(ScopeId.EXPLORED)))
                .isFalse();
    }

    private static Diagnosis diagnosis(ThreadId waiter, Set<ExecutorId> executors) {
        Waiting waiting =
                new Waiting(Form.LATCH, "latch", new Limit.None(), List.of(new Waker.Unknown("nobody is known here")));
        return new Diagnosis(
                Verdict.PROVEN,
                Optional.of(Stall.Kind.STARVATION),
                "",
                new WaitGraph(List.of(new WaitGraph.Edge(waiter, waiting)), executors),
                List.of(),
                Optional.empty());
    }

    private static Snapshot poolOf(ScopeId owner) {
        ExecutorState pool = new ExecutorState(
                POOL,
                "orders",
                "ThreadPoolExecutor",
                ExecutorState.Kind.THREAD_POOL,
                owner,
                new ExecutorState.Size(1, 1, 1, ExecutorState.Growth.CLOSED),
                List.of(WORKER),
                List.of(),
                1,
                0);
        return new Snapshot(List.of(pool), List.of(), Map.of(), Snapshot.Consistency.ATOMIC);
    }
}
