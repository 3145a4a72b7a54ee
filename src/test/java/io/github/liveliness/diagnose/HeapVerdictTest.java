package io.github.liveliness.diagnose;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.liveliness.model.Activity.Form;
import io.github.liveliness.model.Diagnosis;
import io.github.liveliness.model.Reachability;
import io.github.liveliness.model.Stall;
import io.github.liveliness.model.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HeapVerdictTest {
    private static final Reachability UNREACHED = new Reachability.Unreached(Duration.ofMillis(300));
    private static final Reachability REACHED =
            new Reachability.Reached("thread 'late'", List.of("Holder.latch"), "java.lang.Object", 0);

    private final SnapshotBuilder snapshot = new SnapshotBuilder();

    @Test
    void aLikelyKnotThatNobodyReachesIsProven() {
        Diagnosis likely = likely();

        Diagnosis verdict = HeapVerdict.of(likely, UNREACHED);

        assertThat(verdict.verdict()).isEqualTo(Verdict.PROVEN);
        assertThat(verdict.kind()).contains(Stall.Kind.STARVATION);
        assertThat(verdict.sentence())
                .isEqualTo("the only thread of executor 'orders' waits for a task that is queued behind it in the same"
                        + " executor, and nobody is left who could end that");
        assertThat(verdict.graph()).isEqualTo(likely.graph());
        assertThat(verdict.movers()).isEmpty();
        assertThat(verdict.reachability()).isEqualTo(UNREACHED);
    }

    @Test
    void aSuspectedStallThatNobodyReachesIsAnAbandonedWait() {
        Diagnosis suspected = suspected();
        assertThat(suspected.movers()).isNotEmpty();

        Diagnosis verdict = HeapVerdict.of(suspected, UNREACHED);

        assertThat(verdict.verdict()).isEqualTo(Verdict.PROVEN);
        assertThat(verdict.kind()).contains(Stall.Kind.ABANDONED);
        assertThat(verdict.sentence())
                .isEqualTo("executor 'orders' is stuck, and nobody is left who could end that:"
                        + " 1 task is due and does not start");
        assertThat(verdict.movers()).isEmpty();
    }

    @Test
    void whoReachesALikelyKnotIsNamed() {
        Diagnosis verdict = HeapVerdict.of(likely(), REACHED);

        assertThat(verdict.verdict()).isEqualTo(Verdict.SUSPECTED);
        assertThat(verdict.kind()).contains(Stall.Kind.STARVATION);
        assertThat(verdict.sentence()).endsWith(", and thread 'late' could still end that");
        assertThat(verdict.movers()).containsExactly("thread 'late' reaches java.lang.Object");
        assertThat(verdict.reachability()).isEqualTo(REACHED);
    }

    @Test
    void whoIsKnownToTheGraphIsNamedFirst() {
        Diagnosis suspected = suspected();

        Diagnosis verdict = HeapVerdict.of(suspected, REACHED);

        assertThat(verdict.movers())
                .startsWith(suspected.movers().toArray(String[]::new))
                .last()
                .isEqualTo("thread 'late' reaches java.lang.Object");
    }

    static Stream<Reachability> wordsThatDecideNothing() {
        return Stream.of(
                new Reachability.NotAsked(),
                new Reachability.NotMade("The heap is too large."),
                new Reachability.Doubtful("Somebody may be hidden."));
    }

    @ParameterizedTest
    @MethodSource("wordsThatDecideNothing")
    void whatDecidesNothingIsOnlyToldAlong(Reachability told) {
        Diagnosis likely = likely();

        assertThat(HeapVerdict.of(likely, told)).isEqualTo(likely.with(told));
    }

    private Diagnosis likely() {
        ExecutorBuilder orders = snapshot.pool("orders", 1).quiet(4);
        orders.worker(1).waits(Form.LATCH, orders.queuedCandidate());
        Diagnosis likely = snapshot.diagnosis();
        assertThat(likely.verdict()).isEqualTo(Verdict.LIKELY);
        return likely;
    }

    private Diagnosis suspected() {
        ExecutorBuilder orders = snapshot.pool("orders", 1).quiet(4);
        orders.worker(1).sleeps();
        orders.queued();
        Diagnosis suspected = snapshot.diagnosis();
        assertThat(suspected.verdict()).isEqualTo(Verdict.SUSPECTED);
        return suspected;
    }
}
