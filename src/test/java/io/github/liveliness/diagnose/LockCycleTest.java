package io.github.liveliness.diagnose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.liveliness.model.Activity.Form;
import io.github.liveliness.model.Diagnosis;
import io.github.liveliness.model.ExecutorState.Kind;
import io.github.liveliness.model.Snapshot;
import io.github.liveliness.model.Stall;
import io.github.liveliness.model.ThreadId;
import io.github.liveliness.model.Verdict;
import io.github.liveliness.model.WaitGraph.Edge;
import io.github.liveliness.model.Waker;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Classic deadlocks, which the JVM finds by itself. */
class LockCycleTest {
    private final SnapshotBuilder snapshot = new SnapshotBuilder();
    private final ThreadBuilder left = snapshot.thread("left");
    private final ThreadBuilder right = snapshot.thread("right");

    @BeforeEach
    void lockEachOther() {
        left.waits(Form.MONITOR_ENTRY, right.owner());
        right.waits(Form.LOCK, left.owner());
        snapshot.lockCycle(left, right);
    }

    @Test
    void aLockCycleIsAProvenDeadlock() {
        Diagnosis diagnosis = snapshot.diagnosis();

        assertThat(diagnosis.verdict()).isEqualTo(Verdict.PROVEN);
        assertThat(diagnosis.kind()).contains(Stall.Kind.DEADLOCK);
        assertThat(diagnosis.graph().executors()).isEmpty();
        assertThat(diagnosis.graph().edges()).extracting(Edge::waiter).containsExactlyInAnyOrder(left.id(), right.id());
        assertThat(diagnosis.sentence())
                .isEqualTo("'left' and 'right' each hold a lock that the other one waits for,"
                        + " so none of them can ever finish");
    }

    @Test
    void aCycleOfThreeNamesAllOfThem() {
        ThreadBuilder third = snapshot.thread("third").waits(Form.LOCK, left.owner());
        right.waits(Form.LOCK, third.owner());
        snapshot.lockCycle(left, right, third);

        assertThat(snapshot.diagnosis().verdict()).isEqualTo(Verdict.PROVEN);
        assertThat(snapshot.diagnosis().sentence())
                .startsWith("'left', 'right' and 'third' each hold a lock that another of them waits for");
    }

    @Test
    void twoLockCyclesAreTwoKnots() {
        ThreadBuilder here = snapshot.thread("here");
        ThreadBuilder there = snapshot.thread("there").waits(Form.LOCK, here.owner());
        here.waits(Form.MONITOR_ENTRY, there.owner());
        snapshot.lockCycle(here, there);

        assertThat(snapshot.diagnoses())
                .allSatisfy(diagnosis -> assertThat(diagnosis.verdict()).isEqualTo(Verdict.PROVEN))
                .extracting(LockCycleTest::threads)
                .containsExactlyInAnyOrder(Set.of(left.id(), right.id()), Set.of(here.id(), there.id()));
    }

    @Test
    void aThreadBlockedBehindALockCycleIsStuckAndNotNamedAsPartOfIt() {
        ThreadBuilder behind = snapshot.thread("behind").waits(Form.MONITOR_ENTRY, left.owner());

        Diagnosis diagnosis = snapshot.diagnosis();

        assertThat(diagnosis.verdict()).isEqualTo(Verdict.PROVEN);
        assertThat(threads(diagnosis)).containsExactlyInAnyOrder(left.id(), right.id(), behind.id());
        assertThat(diagnosis.sentence()).startsWith("'left' and 'right' each hold a lock");
    }

    @Test
    void aLockCycleElsewhereIsNoPartOfALaterStall() {
        snapshot.pool("orders", 1).starve();

        assertThat(snapshot.diagnoses())
                .filteredOn(diagnosis -> diagnosis.kind().equals(Optional.of(Stall.Kind.STARVATION)))
                .singleElement()
                .satisfies(diagnosis -> {
                    assertThat(threads(diagnosis)).doesNotContain(left.id(), right.id());
                    assertThat(diagnosis.sentence()).doesNotContain("left", "right");
                });
    }

    @Test
    void aLockCycleOfWhichNothingIsSeenIsNobodysBusiness() {
        left.unseen();
        right.unseen();

        assertThat(snapshot.diagnosis().verdict()).isEqualTo(Verdict.HEALTHY);
    }

    @Test
    void whoeverWaitsForALockCycleOfWhichNothingIsSeenIsStuck() {
        ThreadBuilder behind = snapshot.thread("behind").waits(Form.LOCK, left.owner());
        left.unseen();
        right.unseen();

        assertOnlyLikely();
        assertThat(threads(snapshot.diagnosis())).containsExactly(behind.id());
    }

    @Test
    void aLockCycleInWhichTheOwnersAreOthersThanTheJvmSaysIsOnlyLikely() {
        ThreadBuilder third = snapshot.thread("third").waits(Form.LOCK, right.owner());
        right.waits(Form.LOCK, left.owner());
        left.waits(Form.LOCK, third.owner());
        snapshot.lockCycle(left, right, third);

        assertOnlyLikely();
    }

    @Test
    void aChainOfLocksIsNoCycle() {
        Map<ThreadId, ThreadId> chain = Map.of(left.id(), right.id());

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Snapshot(List.of(), List.of(), chain, Snapshot.Consistency.ATOMIC))
                .withMessage("in a cycle of locks each thread is waited for, by one other");
    }

    @Test
    void aLockCycleReadPieceByPieceIsOnlyLikely() {
        snapshot.loose();

        assertOnlyLikely();
    }

    @Test
    void aLockCycleWithATimedWaitIsOnlyLikely() {
        left.forAtMost(Duration.ofSeconds(8)).state(Thread.State.WAITING);

        assertOnlyLikely();
        assertThat(snapshot.diagnosis().endsByItself()).contains(Duration.ofSeconds(8));
    }

    @Test
    void aLockCycleInWhichOneThreadWaitsForSomethingElseIsOnlyLikely() {
        left.waits(Form.CONDITION, right.owner());

        assertOnlyLikely();
    }

    @Test
    void aLockCycleInWhichOneOwnerIsUnknownIsOnlyLikely() {
        left.waits(Form.LOCK, new Waker.Unknown("the owner cannot be read"));

        assertOnlyLikely();
    }

    @Test
    void aLockCycleInWhichOneOwnerIsOutsideIsOnlyLikely() {
        left.waits(Form.LOCK, snapshot.thread("outsider").owner());

        assertOnlyLikely();
    }

    @Test
    void aLockCycleInWhichOneWaitHasTwoWakersIsOnlyLikely() {
        left.waits(Form.LOCK, right.owner(), right.owner());

        assertOnlyLikely();
    }

    @Test
    void aLockCycleWithAThreadThatSeemsToRunIsOnlyLikely() {
        ThreadBuilder running = snapshot.thread("running");
        right.waits(Form.LOCK, running.owner());
        snapshot.lockCycle(left, right, running);

        assertOnlyLikely();
    }

    @Test
    void aLockCycleWithAThreadThatIsNotSeenIsOnlyLikely() {
        right.unseen();

        assertOnlyLikely();
        assertThat(snapshot.diagnosis().sentence())
                .contains("'left' and thread " + right.id().number());
    }

    @Test
    void aLockCycleThatWeSeeAndTheJvmDoesNotIsOnlyLikely() {
        SnapshotBuilder unconfirmed = new SnapshotBuilder();
        ThreadBuilder one = unconfirmed.thread("one");
        one.waits(
                Form.LOCK,
                unconfirmed.thread("two").waits(Form.LOCK, one.owner()).owner());

        assertThat(unconfirmed.diagnosis().verdict()).isEqualTo(Verdict.LIKELY);
        assertThat(unconfirmed.diagnosis().kind()).contains(Stall.Kind.DEADLOCK);
    }

    @Test
    void aPoolWhoseWorkersAreInTheCycleIsNamedInsteadOfCalledStarved() {
        ExecutorBuilder orders = poolInCycle();

        Diagnosis diagnosis = diagnosisOf(orders);

        assertThat(diagnosis.verdict()).isEqualTo(Verdict.PROVEN);
        assertThat(diagnosis.kind()).contains(Stall.Kind.DEADLOCK);
        assertThat(diagnosis.graph().executors()).containsExactly(orders.id());
        assertThat(diagnosis.graph().edges())
                .extracting(Edge::waiter)
                .containsExactly(
                        orders.worker(1).id(),
                        orders.worker(2).id(),
                        orders.worker(3).id());
        assertThat(diagnosis.sentence()).endsWith("so none of them can ever finish; executor 'orders' is stuck behind");
    }

    @Test
    void aPoolWithOneWorkerOutsideTheCycleIsNotNamed() {
        ExecutorBuilder orders = poolInCycle();
        orders.worker(3).sleeps();

        assertThat(diagnosisOf(orders).graph().executors()).isEmpty();
    }

    @Test
    void aPoolThatOthersMayDrainIsNotNamedByTheProof() {
        Diagnosis diagnosis = diagnosisOf(poolInCycle().kind(Kind.FORK_JOIN_POOL));

        assertThat(diagnosis.verdict()).isEqualTo(Verdict.PROVEN);
        assertThat(diagnosis.graph().executors()).isEmpty();
    }

    @Test
    void aPoolThatWaitsForTheLockThroughAnotherFormIsNotNamedByTheProof() {
        ExecutorBuilder orders = poolInCycle();
        orders.worker(3).waits(Form.OTHER, orders.worker(2).owner());

        assertThat(diagnosisOf(orders).verdict()).isEqualTo(Verdict.PROVEN);
        assertThat(diagnosisOf(orders).graph().executors()).isEmpty();
    }

    /** Three workers: two in a cycle of their own, one blocked behind it, and more to do. */
    private ExecutorBuilder poolInCycle() {
        ExecutorBuilder orders = snapshot.pool("orders", 3).quiet(4);
        orders.worker(1).waits(Form.MONITOR_ENTRY, orders.worker(2).owner());
        orders.worker(2).waits(Form.MONITOR_ENTRY, orders.worker(1).owner());
        orders.worker(3).waits(Form.MONITOR_ENTRY, orders.worker(2).owner());
        orders.queued();
        snapshot.lockCycle(orders.worker(1), orders.worker(2));
        return orders;
    }

    /** What is said of the cycle of its first two workers, which has nothing to do with the other cycle. */
    private Diagnosis diagnosisOf(ExecutorBuilder orders) {
        List<Diagnosis> told = snapshot.diagnoses().stream()
                .filter(diagnosis -> diagnosis.kind().equals(Optional.of(Stall.Kind.DEADLOCK)))
                .filter(diagnosis ->
                        threads(diagnosis).contains(orders.worker(1).id()))
                .toList();
        assertThat(told).hasSize(1);
        assertThat(threads(told.get(0))).doesNotContain(left.id(), right.id());
        return told.get(0);
    }

    private static Set<ThreadId> threads(Diagnosis diagnosis) {
        return diagnosis.graph().edges().stream().map(Edge::waiter).collect(Collectors.toSet());
    }

    private void assertOnlyLikely() {
        assertThat(snapshot.diagnosis().verdict()).isEqualTo(Verdict.LIKELY);
        assertThat(snapshot.diagnosis().kind()).contains(Stall.Kind.DEADLOCK);
    }
}
