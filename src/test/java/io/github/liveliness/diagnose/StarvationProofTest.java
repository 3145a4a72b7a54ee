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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a proof by ownership takes: each test but the first ones takes one thing away. */
class StarvationProofTest {
    private final SnapshotBuilder snapshot = new SnapshotBuilder();
    private final ExecutorBuilder orders = snapshot.pool("orders", 4).starve();

    @Test
    void nestedGetInAllWorkersIsProvenStarvationAtOnce() {
        Diagnosis diagnosis = snapshot.diagnosis();

        assertThat(diagnosis.verdict()).isEqualTo(Verdict.PROVEN);
        assertThat(diagnosis.kind()).contains(Stall.Kind.STARVATION);
        assertThat(diagnosis.sentence())
                .isEqualTo("all 4 of 4 threads of executor 'orders' wait for tasks that are queued behind them in the"
                        + " same executor, so none of them can ever finish");
        assertThat(diagnosis.graph().executors()).containsExactly(orders.id());
        assertThat(diagnosis.graph().edges())
                .extracting(Edge::waiter)
                .containsExactlyElementsOf(
                        orders.workers().stream().map(ThreadBuilder::id).toList());
        assertThat(diagnosis.movers()).isEmpty();
        assertThat(diagnosis.endsByItself()).isEmpty();
    }

    @Test
    void severalWorkersMayWaitForOneTask() {
        Waker shared = orders.queued();
        orders.workers().forEach(worker -> worker.get(shared));

        assertThat(snapshot.diagnosis().verdict()).isEqualTo(Verdict.PROVEN);
    }

    @Test
    void workersMayWaitForOneAnother() {
        orders.worker(2).get(orders.worker(1).running());

        Diagnosis diagnosis = snapshot.diagnosis();

        assertThat(diagnosis.verdict()).isEqualTo(Verdict.PROVEN);
        assertThat(diagnosis.kind()).contains(Stall.Kind.STARVATION);
        assertThat(diagnosis.sentence())
                .startsWith("all 4 of 4 threads of executor 'orders' wait for one another and for tasks that are queued"
                        + " behind them");
    }

    @Test
    void theOnlyThreadOfAnExecutorStarvesItself() {
        SnapshotBuilder lonely = new SnapshotBuilder();
        lonely.pool("single", 1).starve();

        assertThat(lonely.diagnosis().verdict()).isEqualTo(Verdict.PROVEN);
        assertThat(lonely.diagnosis().sentence())
                .isEqualTo("the only thread of executor 'single' waits for a task that is queued behind it in the same"
                        + " executor, so it can never finish");
    }

    @Test
    void aBacklogListCutShortStillProves() {
        orders.unlisted(1).worker(1).get(orders.taken());

        assertThat(snapshot.diagnosis().verdict()).isEqualTo(Verdict.PROVEN);
    }

    @Test
    void aPoolAboveItsCoreSizeMayBeProven() {
        orders.core(3);

        assertThat(snapshot.diagnosis().verdict()).isEqualTo(Verdict.PROVEN);
    }

    @Test
    void whatWasReadPieceByPieceProvesNothing() {
        snapshot.loose();

        assertOnlyLikely();
    }

    @Test
    void oneCandidateProvesNothing() {
        orders.worker(3).get(orders.queuedCandidate());

        assertOnlyLikely();
    }

    @Test
    void oneRunningCandidateProvesNothing() {
        orders.worker(3).get(orders.worker(1).runningCandidate());

        assertOnlyLikely();
    }

    @Test
    void oneWaitForTwoTasksProvesNothing() {
        orders.worker(3).get(orders.queued(), orders.queued());

        assertOnlyLikely();
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "FUTURE_TASK")
    void oneWaitOfAnotherFormProvesNothing(Form form) {
        orders.worker(3).waits(form, orders.queued());

        assertOnlyLikely();
    }

    @Test
    void oneTimedWaitProvesNothing() {
        orders.worker(3).forAtMost(Duration.ofSeconds(18)).state(Thread.State.WAITING);

        assertOnlyLikely();
    }

    @Test
    void aWaitThatTheJvmCallsTimedProvesNothing() {
        orders.worker(3).state(Thread.State.TIMED_WAITING);

        assertOnlyLikely();
    }

    @Test
    void aThreadThatTheJvmCallsRunnableProvesNothing() {
        orders.worker(3).state(Thread.State.RUNNABLE);

        assertOnlyLikely();
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "THREAD_POOL")
    void anotherKindOfExecutorProvesNothing(Kind kind) {
        orders.kind(kind);

        assertOnlyLikely();
    }

    @Test
    void aPoolBelowItsCoreSizeProvesNothing() {
        orders.core(5);

        assertOnlyLikely();
    }

    @Test
    void aPoolWithMoreKnownWorkersThanLiveOnesProvesNothing() {
        orders.core(3).live(3);

        assertOnlyLikely();
    }

    private void assertOnlyLikely() {
        orders.quiet(4);
        assertThat(snapshot.diagnosis().verdict()).isEqualTo(Verdict.LIKELY);
        assertThat(snapshot.diagnosis().kind()).contains(Stall.Kind.STARVATION);
        assertThat(snapshot.diagnosis().graph().executors()).containsExactly(orders.id());
    }
}
