package io.github.liveliness.diagnose;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.liveliness.model.Activity.Form;
import io.github.liveliness.model.Diagnosis;
import io.github.liveliness.model.Verdict;
import io.github.liveliness.model.WaitGraph.Edge;
import io.github.liveliness.model.Waker;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Threads that are no workers and wait for a knot, as a test's does. */
class WaitingBodyTest {
    private final SnapshotBuilder snapshot = new SnapshotBuilder();
    private final ThreadBuilder main = snapshot.thread("main");
    private final ExecutorBuilder orders = snapshot.pool("orders", 2).starve();

    @Test
    void aBodyThatWaitsForTheKnotIsListedAfterTheWorkers() {
        main.get(orders.worker(2).running());

        assertThat(snapshot.diagnosis().graph().edges())
                .extracting(Edge::waiter)
                .containsExactly(orders.worker(1).id(), orders.worker(2).id(), main.id());
    }

    @Test
    void aBodyThatWaitsLessSurelyLeavesTheProofAlone() {
        main.waits(Form.LATCH, orders.queuedCandidate());

        Diagnosis diagnosis = snapshot.diagnosis();

        assertThat(diagnosis.verdict()).isEqualTo(Verdict.PROVEN);
        assertThat(diagnosis.graph().executors()).containsExactly(orders.id());
        assertThat(diagnosis.graph().holds(main.id())).isTrue();
    }

    @Test
    void aBodyThatWaitsThroughOthersBelongsToTheKnot() {
        ExecutorBuilder reports = snapshot.pool("reports", 2);
        reports.worker(1).get(orders.queued());
        reports.worker(2).idles();
        ThreadBuilder helper =
                snapshot.thread("helper").waits(Form.LATCH, reports.worker(1).runningCandidate());
        main.waits(Form.THREAD_END, helper.owner()).forAtMost(Duration.ofSeconds(60));

        Diagnosis diagnosis = snapshot.diagnosis();

        assertThat(diagnosis.verdict()).isEqualTo(Verdict.PROVEN);
        assertThat(diagnosis.graph().edges())
                .extracting(Edge::waiter)
                .containsExactly(
                        orders.worker(1).id(),
                        orders.worker(2).id(),
                        reports.worker(1).id(),
                        main.id(),
                        helper.id());
    }

    @Test
    void aBodyThatSomebodyElseCanWakeDoesNotBelongToTheKnot() {
        ThreadBuilder helper = snapshot.thread("helper");
        main.waits(Form.LATCH, orders.queuedCandidate(), helper.owner());

        assertThat(snapshot.diagnosis().graph().holds(main.id())).isFalse();
    }

    @Test
    void aBodyThatWaitsForSomethingOutsideDoesNotBelongToTheKnot() {
        main.waits(Form.QUEUE, new Waker.Unknown("anybody may add to it"));

        assertThat(snapshot.diagnosis().graph().holds(main.id())).isFalse();
    }

    @Test
    void aBodyThatRunsDoesNotBelongToTheKnot() {
        assertThat(snapshot.diagnosis().graph().holds(main.id())).isFalse();
    }

    @Test
    void aBodyThatHoldsTheKnotTogetherIsPartOfIt() {
        orders.quiet(4).worker(1).waits(Form.MONITOR_ENTRY, main.owner());
        main.get(orders.queued());

        Diagnosis diagnosis = snapshot.diagnosis();

        assertThat(diagnosis.verdict()).isEqualTo(Verdict.LIKELY);
        assertThat(diagnosis.sentence())
                .startsWith("all threads of executor 'orders' and thread 'main' wait for each other");
    }
}
