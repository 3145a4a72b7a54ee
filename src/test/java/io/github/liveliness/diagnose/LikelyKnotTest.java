package io.github.liveliness.diagnose;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.liveliness.model.Activity.Form;
import io.github.liveliness.model.Diagnosis;
import io.github.liveliness.model.ExecutorState.Kind;
import io.github.liveliness.model.Stall;
import io.github.liveliness.model.Verdict;
import io.github.liveliness.model.WaitGraph.Edge;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Knots in which everybody known is stuck, and somebody unknown might exist. */
class LikelyKnotTest {
    private final SnapshotBuilder snapshot = new SnapshotBuilder();

    @ParameterizedTest
    @EnumSource(
            value = Form.class,
            names = {"COMPLETABLE_FUTURE", "LATCH", "LOCK", "SEMAPHORE", "BARRIER", "QUEUE", "CONDITION", "MONITOR_WAIT"
            })
    void candidatesThatAreAllStuckMakeAKnotLikely(Form form) {
        ExecutorBuilder orders = snapshot.pool("orders", 2).quiet(4);
        orders.workers().forEach(worker -> worker.waits(form, orders.queuedCandidate(), orders.queuedCandidate()));

        Diagnosis diagnosis = snapshot.diagnosis();

        assertThat(diagnosis.verdict()).isEqualTo(Verdict.LIKELY);
        assertThat(diagnosis.kind()).contains(Stall.Kind.STARVATION);
        assertThat(diagnosis.sentence())
                .isEqualTo("all 2 of 2 threads of executor 'orders' wait for tasks that are queued behind them in the"
                        + " same executor, and nobody is known who could end that");
        assertThat(diagnosis.graph().executors()).containsExactly(orders.id());
        assertThat(diagnosis.movers()).isEmpty();
        assertThat(diagnosis.endsByItself()).isEmpty();
    }

    @Test
    void aForkJoinPoolAgainstItselfIsLikely() {
        ExecutorBuilder common =
                snapshot.pool("common", 2).kind(Kind.FORK_JOIN_POOL).quiet(4);
        common.workers().forEach(worker -> worker.waits(Form.FORK_JOIN_TASK, common.queued()));

        assertThat(snapshot.diagnosis().verdict()).isEqualTo(Verdict.LIKELY);
    }

    @Test
    void anOpaqueExecutorWhoseThreadsAreAllStuckIsLikely() {
        snapshot.pool("loop", 1).kind(Kind.OPAQUE).starve().quiet(4);

        assertThat(snapshot.diagnosis().verdict()).isEqualTo(Verdict.LIKELY);
    }

    @Test
    void aWorkerThatHoldsAMonitorAndStarvesMakesTheOthersStarveWithIt() {
        ExecutorBuilder orders = snapshot.pool("orders", 2).quiet(4);
        orders.worker(1).get(orders.queued());
        orders.worker(2).waits(Form.MONITOR_ENTRY, orders.worker(1).owner());

        Diagnosis diagnosis = snapshot.diagnosis();

        assertThat(diagnosis.verdict()).isEqualTo(Verdict.LIKELY);
        assertThat(diagnosis.kind()).contains(Stall.Kind.STARVATION);
    }

    @Test
    void aKnotThatSomebodyUnknownCouldEndNeedsFourQuietTicks() {
        ExecutorBuilder orders = snapshot.pool("orders", 1).quiet(3);
        orders.worker(1).waits(Form.LATCH, orders.queuedCandidate());

        assertThat(snapshot.diagnosis().verdict()).isEqualTo(Verdict.HEALTHY);
    }

    @Test
    void pressureOnAnExecutorBehindTheKnotIsEnough() {
        ExecutorBuilder orders = snapshot.pool("orders", 1);
        orders.worker(1).waits(Form.LATCH, orders.queuedCandidate());
        ExecutorBuilder reports = snapshot.pool("reports", 1).quiet(4);
        reports.worker(1).waits(Form.LATCH, orders.queuedCandidate());
        reports.queued();

        Diagnosis diagnosis = snapshot.diagnosis();

        assertThat(diagnosis.verdict()).isEqualTo(Verdict.LIKELY);
        assertThat(diagnosis.graph().executors()).containsExactlyInAnyOrder(orders.id(), reports.id());
        assertThat(diagnosis.sentence())
                .isEqualTo("the only thread of executor 'orders' waits for a task that is queued behind it in the same"
                        + " executor, and nobody is known who could end that; executor 'reports' is stuck behind");
    }

    @Test
    void pressureElsewhereIsNotEnough() {
        ExecutorBuilder orders = snapshot.pool("orders", 1);
        orders.worker(1).waits(Form.LATCH, orders.queuedCandidate());
        ExecutorBuilder reports = snapshot.pool("reports", 1).quiet(4);
        reports.worker(1).sleeps();

        assertThat(snapshot.diagnosis().graph().executors()).containsExactly(reports.id());
    }

    @Test
    void aKnotOfOwnersNeedsNoPressure() {
        ExecutorBuilder orders = snapshot.pool("orders", 2);
        ThreadBuilder main = snapshot.thread("main").get(orders.worker(1).running());
        orders.worker(1).waits(Form.MONITOR_ENTRY, main.owner());
        orders.worker(2).idles();

        Diagnosis diagnosis = snapshot.diagnosis();

        assertThat(diagnosis.verdict()).isEqualTo(Verdict.LIKELY);
        assertThat(diagnosis.kind()).contains(Stall.Kind.DEADLOCK);
        assertThat(diagnosis.graph().executors()).isEmpty();
        assertThat(diagnosis.graph().edges())
                .extracting(Edge::waiter)
                .containsExactly(orders.worker(1).id(), main.id());
        assertThat(diagnosis.sentence())
                .isEqualTo("threads 'orders-1' and 'main' wait for each other, and nobody is known who could end that");
    }

    @Test
    void aKnotOfOwnersReadPieceByPieceNeedsPressure() {
        snapshot.loose().pool("orders", 1).starve();

        assertThat(snapshot.diagnosis().verdict()).isEqualTo(Verdict.HEALTHY);
    }

    @Test
    void aKnotOfOwnersInAPoolThatOthersMayDrainNeedsPressure() {
        snapshot.pool("common", 1).kind(Kind.FORK_JOIN_POOL).starve();

        assertThat(snapshot.diagnosis().verdict()).isEqualTo(Verdict.HEALTHY);
    }

    @Test
    void aThreadIsNoOwnerOfACondition() {
        ThreadBuilder left = snapshot.thread("left");
        ThreadBuilder right = snapshot.thread("right").waits(Form.CONDITION, left.owner());
        left.waits(Form.MONITOR_WAIT, right.owner());

        assertThat(snapshot.diagnosis().verdict()).isEqualTo(Verdict.HEALTHY);
    }
}
