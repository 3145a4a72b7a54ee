package io.github.liveliness.diagnose;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.liveliness.model.Activity.Form;
import io.github.liveliness.model.Diagnosis;
import io.github.liveliness.model.Stall;
import io.github.liveliness.model.Verdict;
import org.junit.jupiter.api.Test;

/** Pools that start another thread only when their queue overflows: nobody in the picture does that, somebody else may. */
class OverflowTest {
    private final SnapshotBuilder snapshot = new SnapshotBuilder();
    private final ExecutorBuilder orders = snapshot.pool("orders", 2).growingOnOverflow();

    @Test
    void aKnotInSuchAPoolIsLikely() {
        orders.starve().quiet(4);

        Diagnosis diagnosis = snapshot.diagnosis();

        assertThat(diagnosis.verdict()).isEqualTo(Verdict.LIKELY);
        assertThat(diagnosis.kind()).contains(Stall.Kind.STARVATION);
        assertThat(diagnosis.graph().executors()).containsExactly(orders.id());
        assertThat(diagnosis.movers()).isEmpty();
    }

    @Test
    void aKnotInAPoolThatAnyTaskMakesGrowIsOnlySuspected() {
        orders.growing().starve().quiet(4);

        assertThat(snapshot.diagnosis().verdict()).isEqualTo(Verdict.SUSPECTED);
        assertThat(snapshot.diagnosis().movers()).containsExactly("executor 'orders' may start another thread");
    }

    @Test
    void itNeedsPressure() {
        orders.starve().quiet(3);

        assertThat(snapshot.diagnosis().verdict()).isEqualTo(Verdict.HEALTHY);
    }

    @Test
    void oneFreeWorkerIsEnough() {
        orders.starve().quiet(4).worker(2).idles();

        assertThat(snapshot.diagnosis().verdict()).isEqualTo(Verdict.SUSPECTED);
    }

    @Test
    void aRingThroughSuchAPoolIsNotProven() {
        ExecutorBuilder stock = snapshot.pool("stock", 1);
        stock.worker(1).get(orders.queued());
        orders.quiet(4).workers().forEach(worker -> worker.get(stock.queued()));

        Diagnosis diagnosis = snapshot.diagnosis();

        assertThat(diagnosis.verdict()).isEqualTo(Verdict.LIKELY);
        assertThat(diagnosis.kind()).contains(Stall.Kind.DEADLOCK);
        assertThat(diagnosis.graph().executors()).containsExactlyInAnyOrder(orders.id(), stock.id());
    }

    @Test
    void behindAProvenKnotItIsNotNamed() {
        ExecutorBuilder stock = snapshot.pool("stock", 1).starve();
        orders.queued();
        orders.workers().forEach(worker -> worker.get(stock.queued()));

        assertThat(snapshot.diagnosis().verdict()).isEqualTo(Verdict.PROVEN);
        assertThat(snapshot.diagnosis().graph().executors()).containsExactly(stock.id());
    }

    @Test
    void behindALikelyKnotItIsNamed() {
        ExecutorBuilder stock = snapshot.pool("stock", 1).quiet(4);
        stock.worker(1).waits(Form.LATCH, stock.queuedCandidate());
        orders.queued();
        orders.workers().forEach(worker -> worker.get(stock.queued()));

        assertThat(snapshot.diagnosis().verdict()).isEqualTo(Verdict.LIKELY);
        assertThat(snapshot.diagnosis().graph().executors()).containsExactlyInAnyOrder(orders.id(), stock.id());
    }
}
