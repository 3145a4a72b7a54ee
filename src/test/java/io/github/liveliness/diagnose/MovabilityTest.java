package io.github.liveliness.diagnose;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.liveliness.model.Activity.Form;
import io.github.liveliness.model.Diagnosis;
import io.github.liveliness.model.ExecutorId;
import io.github.liveliness.model.ExecutorState.Kind;
import io.github.liveliness.model.Verdict;
import io.github.liveliness.model.Waker;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Who can still move: each test lets one more thing move in a pool that would else be proven stuck. */
class MovabilityTest {
    private static final StackTraceElement[] LOADING = {
        new StackTraceElement("java.lang.Thread", "sleep", "Thread.java", -2),
        new StackTraceElement("shop.PriceService", "load", "PriceService.java", 41),
        new StackTraceElement("shop.Orders", "place", "Orders.java", 7)
    };

    private final SnapshotBuilder snapshot = new SnapshotBuilder();
    private final ExecutorBuilder orders = snapshot.pool("orders", 2).starve().quiet(40);

    @Test
    void nothingMovesInAStarvedPool() {
        assertThat(snapshot.diagnosis().verdict()).isEqualTo(Verdict.PROVEN);
    }

    @Test
    void aRunningWorkerMoves() {
        SnapshotBuilder running = new SnapshotBuilder();
        ExecutorBuilder pool = running.pool("orders", 2).quiet(4);
        pool.worker(1).get(pool.queued());
        pool.worker(2).in(LOADING);

        assertSuspected(running, "'orders-2' runs in PriceService.load(PriceService.java:41)");
    }

    @Test
    void aSleepingWorkerMoves() {
        orders.worker(2).sleeps().in(LOADING);

        assertSuspected("'orders-2' sleeps in PriceService.load(PriceService.java:41)");
    }

    @Test
    void anIdleWorkerMoves() {
        orders.worker(2).idles();

        assertSuspected("'orders-2' is free to take a task");
    }

    @Test
    void anUnknownWakerMoves() {
        orders.worker(2).waits(Form.LATCH, new Waker.Unknown("the latch may be held by any thread"));

        assertSuspected("'orders-2' waits for LATCH@1b2c: the latch may be held by any thread");
    }

    @Test
    void anUnknownWakerMovesBesideAKnownOne() {
        orders.worker(2).waits(Form.SEMAPHORE, orders.queuedCandidate(), new Waker.Unknown("anybody may release it"));

        assertSuspected("'orders-2' waits for SEMAPHORE@1b2c: anybody may release it");
    }

    @Test
    void aTimedWaitForSomebodyUnknownNamesItsLimit() {
        orders.worker(2).waits(Form.QUEUE, new Waker.Unknown("anybody may add")).forAtMost(Duration.ofSeconds(18));

        assertSuspected("'orders-2' waits for QUEUE@1b2c for at most 18 s more: anybody may add");
    }

    @Test
    void oneOfSeveralWakersIsEnough() {
        ThreadBuilder helper = snapshot.thread("helper");
        orders.worker(2)
                .waits(
                        Form.BARRIER,
                        orders.queuedCandidate(),
                        helper.owner(),
                        orders.worker(1).owner());

        assertSuspected("'helper' runs");
    }

    @Test
    void aTaskRunByAThreadThatMovesMoves() {
        orders.worker(2).get(snapshot.thread("helper").running());

        assertSuspected("'helper' runs");
    }

    @Test
    void aTaskRunByAThreadThatIsNotSeenMoves() {
        ThreadBuilder helper = snapshot.thread("helper");
        orders.worker(2).get(helper.running());
        helper.unseen();

        assertSuspected("'orders-2' waits for FUTURE_TASK@1b2c, and a thread that cannot be seen may end that wait");
    }

    @Test
    void aLockOfAThreadThatMovesMoves() {
        orders.worker(2).waits(Form.MONITOR_ENTRY, snapshot.thread("helper").owner());

        assertSuspected("'helper' runs");
    }

    @Test
    void aLockOfAThreadThatIsNotSeenMoves() {
        ThreadBuilder helper = snapshot.thread("helper");
        orders.worker(2).waits(Form.LOCK, helper.owner());
        helper.unseen();

        assertSuspected("'orders-2' waits for LOCK@1b2c, and a thread that cannot be seen may end that wait");
    }

    @Test
    void aQueueThatIsNotWatchedMoves() {
        Waker elsewhere = new Waker.QueuedTask(snapshot.newTask(), new ExecutorId(4711), Waker.Tie.OWNER);
        orders.worker(2).get(elsewhere);

        assertSuspected("'orders-2' waits for FUTURE_TASK@1b2c, and an executor that is not watched may end that wait");
    }

    @Test
    void aQueueWithAnIdleWorkerMoves() {
        ExecutorBuilder prices = snapshot.pool("prices", 2).starve();
        prices.worker(1).idles();
        orders.worker(2).get(prices.queued());

        assertSuspected("'prices-1' is free to take a task");
    }

    @Test
    void aQueueWithAWorkerThatMovesMoves() {
        ExecutorBuilder prices = snapshot.pool("prices", 2).starve();
        prices.worker(2).sleeps();
        orders.worker(2).get(prices.queued());

        assertSuspected("'prices-2' sleeps");
    }

    @Test
    void aTaskThatHasLeftTheQueueMoves() {
        orders.worker(2).get(orders.taken());

        assertSuspected("'orders-2' waits for FUTURE_TASK@1b2c, and a task that has left its queue may end that wait");
    }

    @Test
    void aGrowingExecutorMoves() {
        orders.growing();

        assertSuspected("executor 'orders' may start another thread");
    }

    @Test
    void anExecutorWithAnInvisibleWorkerMoves() {
        orders.live(3);

        assertSuspected("executor 'orders' has a thread that cannot be seen");
    }

    @Test
    void anExecutorWithAWorkerThatIsNotInTheSnapshotMoves() {
        orders.worker(2).unseen();

        assertSuspected("executor 'orders' has a thread that cannot be seen");
    }

    @Test
    void anOpaqueExecutorWithoutKnownThreadsMoves() {
        SnapshotBuilder foreign = new SnapshotBuilder();
        foreign.pool("loop", 0).kind(Kind.OPAQUE).quiet(4);

        assertSuspected(foreign, "executor 'loop' has no known thread");
    }

    private void assertSuspected(String mover) {
        assertSuspected(snapshot, mover);
    }

    private static void assertSuspected(SnapshotBuilder snapshot, String mover) {
        Diagnosis diagnosis = snapshot.diagnosis();
        assertThat(diagnosis.verdict()).isEqualTo(Verdict.SUSPECTED);
        assertThat(diagnosis.movers()).containsExactly(mover);
    }
}
