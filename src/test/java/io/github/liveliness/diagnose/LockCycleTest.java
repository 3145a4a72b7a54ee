package io.github.liveliness.diagnose;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.liveliness.model.Activity.Form;
import io.github.liveliness.model.Diagnosis;
import io.github.liveliness.model.ExecutorState.Kind;
import io.github.liveliness.model.Stall;
import io.github.liveliness.model.Verdict;
import io.github.liveliness.model.WaitGraph.Edge;
import io.github.liveliness.model.Waker;
import java.time.Duration;
import java.util.Optional;
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
        snapshot.lockCycle(third);

        assertThat(snapshot.diagnosis().verdict()).isEqualTo(Verdict.PROVEN);
        assertThat(snapshot.diagnosis().sentence())
                .startsWith("'left', 'right' and 'third' each hold a lock that another of them waits for");
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
        snapshot.lockCycle(running);

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

        Diagnosis diagnosis = snapshot.diagnosis();

        assertThat(diagnosis.verdict()).isEqualTo(Verdict.PROVEN);
        assertThat(diagnosis.kind()).contains(Stall.Kind.DEADLOCK);
        assertThat(diagnosis.graph().executors()).containsExactly(orders.id());
        assertThat(diagnosis.graph().edges())
                .extracting(Edge::waiter)
                .containsExactly(
                        orders.worker(1).id(),
                        orders.worker(2).id(),
                        orders.worker(3).id(),
                        left.id(),
                        right.id());
        assertThat(diagnosis.sentence()).endsWith("so none of them can ever finish; executor 'orders' is stuck behind");
    }

    @Test
    void aPoolWithOneWorkerOutsideTheCycleIsNotNamed() {
        poolInCycle().worker(3).sleeps();

        assertThat(snapshot.diagnoses())
                .filteredOn(diagnosis -> diagnosis.kind().equals(Optional.of(Stall.Kind.DEADLOCK)))
                .singleElement()
                .satisfies(
                        diagnosis -> assertThat(diagnosis.graph().executors()).isEmpty());
    }

    @Test
    void aPoolThatOthersMayDrainIsNotNamedByTheProof() {
        poolInCycle().kind(Kind.FORK_JOIN_POOL);

        assertThat(snapshot.diagnosis().verdict()).isEqualTo(Verdict.PROVEN);
        assertThat(snapshot.diagnosis().graph().executors()).isEmpty();
    }

    @Test
    void aPoolThatWaitsForTheLockThroughAnotherFormIsNotNamedByTheProof() {
        poolInCycle().worker(3).waits(Form.OTHER, left.owner());

        assertThat(snapshot.diagnosis().verdict()).isEqualTo(Verdict.PROVEN);
        assertThat(snapshot.diagnosis().graph().executors()).isEmpty();
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

    private void assertOnlyLikely() {
        assertThat(snapshot.diagnosis().verdict()).isEqualTo(Verdict.LIKELY);
        assertThat(snapshot.diagnosis().kind()).contains(Stall.Kind.DEADLOCK);
    }
}
