package io.github.liveliness.diagnose;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.liveliness.model.Activity.Form;
import io.github.liveliness.model.Diagnosis;
import io.github.liveliness.model.Verdict;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Knots that a time-out ends. */
class TimedKnotTest {
    private final SnapshotBuilder snapshot = new SnapshotBuilder();
    private final ExecutorBuilder orders = snapshot.pool("orders", 3).starve();

    @Test
    void aTimedWaitInsideMakesTheKnotLikelyAndNamesTheTime() {
        orders.worker(2).forAtMost(Duration.ofMillis(18_400));

        Diagnosis diagnosis = snapshot.diagnosis();

        assertThat(diagnosis.verdict()).isEqualTo(Verdict.LIKELY);
        assertThat(diagnosis.endsByItself()).contains(Duration.ofMillis(18_400));
        assertThat(diagnosis.graph().executors()).containsExactly(orders.id());
        assertThat(diagnosis.sentence())
                .isEqualTo("all 3 of 3 threads of executor 'orders' wait for tasks that are queued behind them in the"
                        + " same executor; this would end only by its time-out, in 18 s");
    }

    @Test
    void theFirstTimeOutCounts() {
        orders.worker(1).forAtMost(Duration.ofSeconds(30));
        orders.worker(2).forAtMost(Duration.ofMillis(700));

        Diagnosis diagnosis = snapshot.diagnosis();

        assertThat(diagnosis.endsByItself()).contains(Duration.ofMillis(700));
        assertThat(diagnosis.sentence()).endsWith("; this would end only by its time-out, in 700 ms");
    }

    @Test
    void anUnknownTimeOutMayBeTheFirst() {
        orders.worker(1).forUnknownTime();
        orders.worker(2).forAtMost(Duration.ofSeconds(7));

        Diagnosis diagnosis = snapshot.diagnosis();

        assertThat(diagnosis.endsByItself()).contains(Duration.ZERO);
        assertThat(diagnosis.sentence()).endsWith("; this would end only by its time-out, at a time that is not known");
    }

    @Test
    void aTimeOutThatIsOverdueIsNotNegative() {
        orders.worker(1).forAtMost(Duration.ofMillis(-3));

        assertThat(snapshot.diagnosis().endsByItself()).contains(Duration.ZERO);
    }

    @Test
    void aTestThatWaitsOnAProvenKnotWithATimeOutIsPromisedNothing() {
        SnapshotBuilder lonely = new SnapshotBuilder();
        lonely.pool("single", 1).starve();

        Diagnosis timed = TestTimeout.endingIn(Duration.ofSeconds(58), snapshot.diagnosis());

        assertThat(timed.verdict()).isEqualTo(Verdict.LIKELY);
        assertThat(timed.endsByItself()).contains(Duration.ofSeconds(58));
        assertThat(timed.sentence())
                .isEqualTo("all 3 of 3 threads of executor 'orders' wait for tasks that are queued behind them in the"
                        + " same executor; the test would go on only by its time-out, in 58 s");
        assertThat(TestTimeout.endingIn(Duration.ZERO, lonely.diagnosis()).sentence())
                .endsWith(
                        "in the same executor; the test would go on only by its time-out, at a time that is not known");
    }

    @Test
    void theTimedWaitOfATestBodyLeavesTheProofAlone() {
        ThreadBuilder main = snapshot.thread("main").get(orders.queued()).forAtMost(Duration.ofSeconds(20));

        Diagnosis diagnosis = snapshot.diagnosis();

        assertThat(diagnosis.verdict()).isEqualTo(Verdict.PROVEN);
        assertThat(diagnosis.endsByItself()).isEmpty();
        assertThat(diagnosis.graph().holds(main.id())).isTrue();
    }

    @Test
    void aTestBodyInsideAKnotEndsItByItsTimeOut() {
        SnapshotBuilder locked = new SnapshotBuilder();
        ExecutorBuilder pool = locked.pool("pool", 1);
        ThreadBuilder main = locked.thread("main");
        pool.worker(1).waits(Form.LOCK, main.owner());
        main.get(pool.worker(1).running()).forAtMost(Duration.ofSeconds(9));

        assertThat(locked.diagnosis().verdict()).isEqualTo(Verdict.LIKELY);
        assertThat(locked.diagnosis().endsByItself()).contains(Duration.ofSeconds(9));
    }

    @Test
    void anExecutorThatWaitsBehindAKnotForALimitedTimeIsNotSaidToBeStuck() {
        ExecutorBuilder reports = snapshot.pool("reports", 1).quiet(4);
        reports.worker(1).get(orders.queued()).forAtMost(Duration.ofSeconds(9));
        reports.queued();

        Diagnosis diagnosis = snapshot.diagnosis();

        assertThat(diagnosis.verdict()).isEqualTo(Verdict.PROVEN);
        assertThat(diagnosis.graph().executors()).containsExactly(orders.id());
        assertThat(diagnosis.graph().holds(reports.worker(1).id())).isTrue();
    }

    @Test
    void anExecutorThatWaitsBehindALikelyKnotForALimitedTimeIsNotSaidToBeStuckEither() {
        snapshot.loose();
        ExecutorBuilder reports = snapshot.pool("reports", 1).quiet(4);
        reports.worker(1).get(orders.queued()).forAtMost(Duration.ofSeconds(9));
        reports.queued();

        assertThat(snapshot.diagnosis().verdict()).isEqualTo(Verdict.LIKELY);
        assertThat(snapshot.diagnosis().graph().executors()).containsExactly(orders.id());
    }

    @Test
    void anExecutorBehindATimedKnotIsStuckAsSurelyAsTheKnot() {
        orders.worker(2).forAtMost(Duration.ofSeconds(18));
        ExecutorBuilder reports = snapshot.pool("reports", 1);
        reports.worker(1).get(orders.queued()).forAtMost(Duration.ofSeconds(9));
        reports.queued();

        assertThat(snapshot.diagnosis().endsByItself()).contains(Duration.ofSeconds(18));
        assertThat(snapshot.diagnosis().graph().executors()).containsExactlyInAnyOrder(orders.id(), reports.id());
    }
}
