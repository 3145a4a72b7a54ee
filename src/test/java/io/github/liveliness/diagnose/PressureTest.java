package io.github.liveliness.diagnose;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.liveliness.model.Activity.Form;
import io.github.liveliness.model.Diagnosis;
import io.github.liveliness.model.Pressure;
import io.github.liveliness.model.Stall;
import io.github.liveliness.model.Verdict;
import io.github.liveliness.model.WaitGraph.Edge;
import io.github.liveliness.model.Waker;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Executors that make no progress although somebody could move them. */
class PressureTest {
    private final SnapshotBuilder snapshot = new SnapshotBuilder();
    private final ExecutorBuilder orders = snapshot.pool("orders", 2);

    @Test
    void nothingToReportIsHealthy() {
        Diagnosis diagnosis = snapshot.diagnosis();

        assertThat(diagnosis.verdict()).isEqualTo(Verdict.HEALTHY);
        assertThat(diagnosis.kind()).isEmpty();
        assertThat(diagnosis.sentence()).isEqualTo("nothing is stuck");
        assertThat(diagnosis.graph().edges()).isEmpty();
    }

    @Test
    void fourQuietTicksAreSuspected() {
        orders.queued();
        orders.quiet(4).worker(1).waits(Form.LATCH, new Waker.Unknown("the latch may be held by any thread"));
        orders.worker(2).sleeps();

        Diagnosis diagnosis = snapshot.diagnosis();

        assertThat(diagnosis.verdict()).isEqualTo(Verdict.SUSPECTED);
        assertThat(diagnosis.kind()).contains(Stall.Kind.NO_PROGRESS);
        assertThat(diagnosis.graph().executors()).containsExactly(orders.id());
        assertThat(diagnosis.sentence())
                .isEqualTo("executor 'orders' is stalled, not proven: 1 task is due and does not start");
        assertThat(diagnosis.movers())
                .containsExactly(
                        "'orders-1' waits for LATCH@1b2c: the latch may be held by any thread", "'orders-2' sleeps");
    }

    @Test
    void threeQuietTicksAreNot() {
        orders.queued();
        orders.quiet(3).worker(1).waits(Form.LATCH, new Waker.Unknown("the latch may be held by any thread"));

        assertThat(snapshot.diagnosis().verdict()).isEqualTo(Verdict.HEALTHY);
    }

    @Test
    void severalDueTasksAreCounted() {
        orders.queued();
        orders.unlisted(2).quiet(4);

        assertThat(snapshot.diagnosis().sentence()).endsWith(": 3 tasks are due, and none of them starts");
    }

    @Test
    void dueTasksThatCannotBeCountedAreNot() {
        orders.quiet(4);

        assertThat(snapshot.diagnosis().sentence()).endsWith(": tasks are due, and none of them starts");
    }

    @Test
    void moreThanOneBusyTickInTenIsBusy() {
        orders.queued();
        orders.quiet(20, 3);

        Diagnosis diagnosis = snapshot.diagnosis();

        assertThat(diagnosis.verdict()).isEqualTo(Verdict.BUSY);
        assertThat(diagnosis.kind()).contains(Stall.Kind.NO_PROGRESS);
        assertThat(diagnosis.sentence())
                .isEqualTo("executor 'orders' is busy: 1 task is due and does not start,"
                        + " while its threads use the processor");
    }

    @Test
    void oneBusyTickInTenIsNotBusy() {
        orders.quiet(20, 2);

        assertThat(snapshot.diagnosis().verdict()).isEqualTo(Verdict.SUSPECTED);
    }

    @Test
    void anExecutorInAKnotIsNotSuspectedAsWell() {
        orders.starve().quiet(100, 90);

        assertThat(snapshot.diagnosis().verdict()).isEqualTo(Verdict.PROVEN);
    }

    @Test
    void everyExecutorUnderPressureIsSuspectedForItself() {
        ExecutorBuilder prices = snapshot.pool("prices", 1).quiet(4, 4);
        orders.quiet(4);

        assertThat(snapshot.diagnoses())
                .extracting(Diagnosis::verdict)
                .containsExactly(Verdict.SUSPECTED, Verdict.BUSY);
        assertThat(snapshot.diagnoses().get(1).graph().executors()).containsExactly(prices.id());
    }

    @Test
    void anExecutorThatIsNotInTheSnapshotIsNotSuspected() {
        Pressure gone = new Pressure(new SnapshotBuilder().pool("gone", 1).id(), 4, 0);

        assertThat(Diagnostician.diagnose(new SnapshotBuilder().build(), List.of(gone)))
                .extracting(Diagnosis::verdict)
                .containsExactly(Verdict.HEALTHY);
    }

    @Test
    void theGraphOfASuspicionHoldsItsWaitingWorkersAndWhoeverWaitsForThem() {
        ThreadBuilder helper = snapshot.thread("helper");
        ThreadBuilder main = snapshot.thread("main").waits(Form.THREAD_END, helper.owner());
        ThreadBuilder stranger = snapshot.thread("stranger").waits(Form.QUEUE, new Waker.Unknown("anybody may add"));
        orders.quiet(4).worker(1).get(orders.queued());
        helper.get(orders.queued());

        assertThat(snapshot.diagnosis().graph().edges())
                .extracting(Edge::waiter)
                .containsExactly(orders.worker(1).id(), helper.id(), main.id())
                .doesNotContain(stranger.id());
    }

    @Test
    void whoeverWaitsForARunningTaskOfASuspectIsInItsGraph() {
        orders.quiet(4).worker(1).waits(Form.LATCH, new Waker.Unknown("the latch may be held by any thread"));
        ThreadBuilder main = snapshot.thread("main").get(orders.worker(1).running());

        assertThat(snapshot.diagnosis().graph().holds(main.id())).isTrue();
    }

    @Test
    void whoeverWaitsForTheQueueOfASuspectWithoutKnownThreadsIsInItsGraph() {
        ExecutorBuilder loop = snapshot.pool("loop", 0).quiet(4);
        ThreadBuilder main = snapshot.thread("main").get(loop.queued());

        assertThat(snapshot.diagnosis().graph().holds(main.id())).isTrue();
    }

    @Test
    void moversAreFoundThroughOthers() {
        ExecutorBuilder prices = snapshot.pool("prices", 1);
        prices.worker(1).sleeps();
        orders.quiet(4).workers().forEach(worker -> worker.get(prices.queued()));

        assertThat(snapshot.diagnosis().movers()).containsExactly("'prices-1' sleeps");
    }

    @Test
    void twentyMoversAreEnough() {
        snapshot.pool("crowd", 30).quiet(4);

        assertThat(snapshot.diagnosis().movers()).hasSize(20);
    }
}
