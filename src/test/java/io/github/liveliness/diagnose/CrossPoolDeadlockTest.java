package io.github.liveliness.diagnose;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.liveliness.model.Activity.Form;
import io.github.liveliness.model.Diagnosis;
import io.github.liveliness.model.ExecutorState.Kind;
import io.github.liveliness.model.Stall;
import io.github.liveliness.model.Verdict;
import io.github.liveliness.model.WaitGraph.Edge;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Knots of several executors, and executors that merely wait behind one. */
class CrossPoolDeadlockTest {
    private final SnapshotBuilder snapshot = new SnapshotBuilder();
    private final ExecutorBuilder orders = snapshot.pool("orders", 2);
    private final ExecutorBuilder prices = snapshot.pool("prices", 2);

    @Test
    void twoPoolsThatWaitForEachOtherAreAProvenDeadlock() {
        orders.workers().forEach(worker -> worker.get(prices.queued()));
        prices.workers().forEach(worker -> worker.get(orders.queued()));

        Diagnosis diagnosis = snapshot.diagnosis();

        assertThat(diagnosis.verdict()).isEqualTo(Verdict.PROVEN);
        assertThat(diagnosis.kind()).contains(Stall.Kind.DEADLOCK);
        assertThat(diagnosis.graph().executors()).containsExactlyInAnyOrder(orders.id(), prices.id());
        assertThat(diagnosis.sentence())
                .isEqualTo("all threads of executors 'orders' and 'prices' wait for tasks queued in each other,"
                        + " so none of them can ever finish");
    }

    @Test
    void threePoolsInARingAreAProvenDeadlock() {
        ExecutorBuilder taxes = snapshot.pool("taxes", 1);
        orders.workers().forEach(worker -> worker.get(prices.queued()));
        prices.workers().forEach(worker -> worker.get(taxes.queued()));
        taxes.workers().forEach(worker -> worker.get(orders.queued()));

        Diagnosis diagnosis = snapshot.diagnosis();

        assertThat(diagnosis.verdict()).isEqualTo(Verdict.PROVEN);
        assertThat(diagnosis.kind()).contains(Stall.Kind.DEADLOCK);
        assertThat(diagnosis.sentence())
                .isEqualTo(
                        "all threads of executors 'orders', 'prices' and 'taxes' wait for tasks queued in each other,"
                                + " so none of them can ever finish");
    }

    @Test
    void oneMovableWorkerUndoesARingOfPools() {
        ExecutorBuilder taxes = snapshot.pool("taxes", 2);
        orders.workers().forEach(worker -> worker.get(prices.queued()));
        prices.workers().forEach(worker -> worker.get(taxes.queued()));
        taxes.worker(1).get(orders.queued());

        assertThat(snapshot.diagnosis().verdict()).isEqualTo(Verdict.HEALTHY);
    }

    @Test
    void oneWeakWaitMakesTheWholeRingLikely() {
        orders.workers().forEach(worker -> worker.get(prices.queued()));
        prices.workers().forEach(worker -> worker.get(orders.queued()));
        prices.quiet(4).worker(2).waits(Form.COMPLETABLE_FUTURE, orders.queuedCandidate());

        assertThat(snapshot.diagnosis().verdict()).isEqualTo(Verdict.LIKELY);
        assertThat(snapshot.diagnosis().graph().executors()).containsExactlyInAnyOrder(orders.id(), prices.id());
    }

    @Test
    void oneForkJoinPoolMakesTheWholeRingLikely() {
        orders.workers().forEach(worker -> worker.get(prices.queued()));
        prices.kind(Kind.FORK_JOIN_POOL).quiet(4).workers().forEach(worker -> worker.get(orders.queued()));

        assertThat(snapshot.diagnosis().verdict()).isEqualTo(Verdict.LIKELY);
    }

    @Test
    void aRingThroughARunningTaskOfAPoolWithAnIdleWorkerIsADeadlockOfTheOtherPool() {
        orders.worker(1).get(prices.worker(1).running());
        orders.worker(2).get(orders.queued());
        prices.worker(1).get(orders.queued());
        prices.worker(2).idles();

        Diagnosis diagnosis = snapshot.diagnosis();

        assertThat(diagnosis.verdict()).isEqualTo(Verdict.PROVEN);
        assertThat(diagnosis.kind()).contains(Stall.Kind.DEADLOCK);
        assertThat(diagnosis.graph().executors()).containsExactly(orders.id());
        assertThat(diagnosis.sentence())
                .isEqualTo("all threads of executor 'orders' and thread 'prices-1' wait for each other,"
                        + " so none of them can ever finish");
    }

    @Test
    void aRingThroughAThreadThatIsNoWorkerIsOnlyLikely() {
        ThreadBuilder helper = snapshot.thread("helper").get(orders.queued());
        orders.workers().forEach(worker -> worker.get(helper.running()));

        assertThat(snapshot.diagnosis().verdict()).isEqualTo(Verdict.LIKELY);
        assertThat(snapshot.diagnosis().graph().executors()).containsExactly(orders.id());
    }

    @Test
    void aRingThroughRunningTasksNamesBothPools() {
        orders.workers().forEach(worker -> worker.get(prices.worker(1).running()));
        prices.workers().forEach(worker -> worker.get(orders.queued()));

        assertThat(snapshot.diagnosis().graph().executors()).containsExactlyInAnyOrder(orders.id(), prices.id());
        assertThat(snapshot.diagnosis().kind()).contains(Stall.Kind.DEADLOCK);
        assertThat(snapshot.diagnosis().sentence())
                .isEqualTo("all threads of executors 'orders' and 'prices' wait for each other,"
                        + " so none of them can ever finish");
    }

    @Test
    void aTaskThatWaitsForItselfIsProven() {
        orders.worker(1).get(orders.worker(1).running());
        orders.worker(2).idles();

        Diagnosis diagnosis = snapshot.diagnosis();

        assertThat(diagnosis.verdict()).isEqualTo(Verdict.PROVEN);
        assertThat(diagnosis.kind()).contains(Stall.Kind.DEADLOCK);
        assertThat(diagnosis.sentence())
                .isEqualTo("'orders-1' waits for the very task that it runs, so it can never finish");
    }

    @Test
    void aPoolThatWaitsForTasksRunningInAStarvedOneIsStuckBehindIt() {
        orders.starve();
        prices.workers().forEach(worker -> worker.get(orders.worker(1).running()));
        prices.queued();

        Diagnosis diagnosis = snapshot.diagnosis();

        assertThat(diagnosis.verdict()).isEqualTo(Verdict.PROVEN);
        assertThat(diagnosis.kind()).contains(Stall.Kind.STARVATION);
        assertThat(diagnosis.graph().executors()).containsExactlyInAnyOrder(orders.id(), prices.id());
        assertThat(diagnosis.graph().edges())
                .extracting(Edge::waiter)
                .containsExactly(
                        orders.worker(1).id(),
                        orders.worker(2).id(),
                        prices.worker(1).id(),
                        prices.worker(2).id());
        assertThat(diagnosis.sentence()).endsWith("so none of them can ever finish; executor 'prices' is stuck behind");
    }

    @Test
    void theThreadsOfTheKnotAreListedBeforeTheOthers() {
        prices.starve();
        orders.worker(1).get(prices.queued());
        orders.worker(2).idles();

        assertThat(snapshot.diagnosis().graph().edges())
                .extracting(Edge::waiter)
                .containsExactly(
                        prices.worker(1).id(),
                        prices.worker(2).id(),
                        orders.worker(1).id());
    }

    @Test
    void executorsAreNamedInTheOrderInWhichTheyWereMade() {
        ExecutorBuilder taxes = snapshot.pool("taxes", 1);
        taxes.starve();
        List.of(prices, orders).forEach(pool -> pool.workers().forEach(worker -> worker.get(taxes.queued())));
        prices.queued();
        orders.queued();

        assertThat(snapshot.diagnosis().sentence()).endsWith("; executors 'orders' and 'prices' are stuck behind");
    }

    @Test
    void aPoolBehindAKnotWithoutAnythingToDoIsNotNamed() {
        orders.starve();
        prices.workers().forEach(worker -> worker.get(orders.worker(1).running()));

        assertThat(snapshot.diagnosis().graph().executors()).containsExactly(orders.id());
    }

    @Test
    void aPoolBehindAKnotThatSomebodyWaitsForIsNamed() {
        orders.starve();
        prices.workers().forEach(worker -> worker.get(orders.worker(1).running()));
        snapshot.thread("main").get(prices.worker(2).running());

        assertThat(snapshot.diagnosis().graph().executors()).containsExactlyInAnyOrder(orders.id(), prices.id());
    }

    @Test
    void aPoolWithOneFreeWorkerIsNotStuckBehindAKnot() {
        orders.starve();
        prices.worker(1).get(orders.queued());
        prices.worker(2).idles();
        prices.queued();

        assertThat(snapshot.diagnosis().graph().executors()).containsExactly(orders.id());
        assertThat(snapshot.diagnosis().graph().holds(prices.worker(1).id())).isTrue();
        assertThat(snapshot.diagnosis().graph().holds(prices.worker(2).id())).isFalse();
    }

    @Test
    void aProofDoesNotNameAPoolThatWaitsBehindItLessSurely() {
        orders.starve();
        prices.quiet(4).workers().forEach(worker -> worker.waits(Form.LATCH, orders.queuedCandidate()));
        prices.queued();

        Diagnosis diagnosis = snapshot.diagnosis();

        assertThat(diagnosis.verdict()).isEqualTo(Verdict.PROVEN);
        assertThat(diagnosis.graph().executors()).containsExactly(orders.id());
        assertThat(diagnosis.graph().holds(prices.worker(1).id())).isTrue();
        assertThat(diagnosis.graph().holds(prices.worker(2).id())).isTrue();
    }

    @Test
    void aProofDoesNotNameAPoolThatIsStuckBehindALessSurePool() {
        ExecutorBuilder taxes = snapshot.pool("taxes", 1);
        orders.starve();
        prices.quiet(4).workers().forEach(worker -> worker.waits(Form.LATCH, orders.queuedCandidate()));
        taxes.worker(1).get(prices.queued());
        taxes.queued();

        assertThat(snapshot.diagnosis().graph().executors()).containsExactly(orders.id());
        assertThat(snapshot.diagnosis().graph().holds(taxes.worker(1).id())).isTrue();
    }

    @Test
    void twoIndependentKnotsAreTwoDiagnosesTheSurestFirst() {
        orders.quiet(4).workers().forEach(worker -> worker.waits(Form.LATCH, orders.queuedCandidate()));
        prices.starve();

        assertThat(snapshot.diagnoses()).extracting(Diagnosis::verdict).containsExactly(Verdict.PROVEN, Verdict.LIKELY);
        assertThat(snapshot.diagnoses())
                .extracting(diagnosis -> diagnosis.graph().executors())
                .containsExactly(Set.of(prices.id()), Set.of(orders.id()));
    }

    @Test
    void aPoolThatIsStuckBehindTwoKnotsShowsItsThreadsInBoth() {
        ExecutorBuilder taxes = snapshot.pool("taxes", 2).quiet(4);
        orders.starve();
        prices.starve();
        taxes.worker(1).get(orders.queued());
        taxes.worker(2).get(prices.queued());
        taxes.queued();

        assertThat(snapshot.diagnoses())
                .extracting(diagnosis -> diagnosis.graph().executors())
                .containsExactlyInAnyOrder(Set.of(orders.id()), Set.of(prices.id()));
        assertThat(snapshot.diagnoses())
                .filteredOn(diagnosis -> diagnosis.graph().executors().contains(orders.id()))
                .singleElement()
                .satisfies(diagnosis -> {
                    assertThat(diagnosis.graph().holds(taxes.worker(1).id())).isTrue();
                    assertThat(diagnosis.graph().holds(taxes.worker(2).id())).isFalse();
                });
    }
}
