package io.github.liveliness.diagnose;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.liveliness.model.Activity.Form;
import io.github.liveliness.model.Diagnosis;
import io.github.liveliness.model.Reachability;
import io.github.liveliness.model.Stall;
import io.github.liveliness.model.ThreadId;
import io.github.liveliness.model.Verdict;
import io.github.liveliness.model.WaitGraph.Edge;
import io.github.liveliness.model.Waker;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AbandonedWaitTest {
    private static final Reachability.Unreached UNREACHED = new Reachability.Unreached(Duration.ofMillis(300));

    private static final Waker SOMEBODY = new Waker.Unknown("anybody");

    private final SnapshotBuilder snapshot = new SnapshotBuilder();
    private final ThreadBuilder main = snapshot.thread("main")
            .waits(Form.LATCH, SOMEBODY)
            .in(new StackTraceElement("com.acme.OrderTest", "waits", "OrderTest.java", 7));

    @Test
    void theWaitIsProvenAndSaysWhere() {
        Diagnosis diagnosis = abandoned(main.id()).orElseThrow();

        assertThat(diagnosis.verdict()).isEqualTo(Verdict.PROVEN);
        assertThat(diagnosis.kind()).contains(Stall.Kind.ABANDONED);
        assertThat(diagnosis.sentence())
                .isEqualTo("'main' waits for LATCH@1b2c in OrderTest.waits(OrderTest.java:7),"
                        + " and nobody is left who could end that");
        assertThat(diagnosis.reachability()).isEqualTo(UNREACHED);
        assertThat(diagnosis.movers()).isEmpty();
        assertThat(diagnosis.endsByItself()).isEmpty();
        assertThat(diagnosis.graph().executors()).isEmpty();
    }

    @Test
    void whoIsStuckBesideItIsShownBehindIt() {
        ThreadBuilder stuck = snapshot.thread("stuck").waits(Form.SEMAPHORE, SOMEBODY);
        ThreadBuilder elsewhere = snapshot.thread("elsewhere").waits(Form.SEMAPHORE, SOMEBODY);
        ThreadBuilder runs = snapshot.thread("runs");

        Diagnosis diagnosis = abandoned(main.id(), stuck.id(), runs.id()).orElseThrow();

        assertThat(diagnosis.graph().edges())
                .extracting(Edge::waiter)
                .containsExactly(main.id(), stuck.id())
                .doesNotContain(elsewhere.id());
    }

    @Test
    void whoDoesNotWaitInTheSnapshotIsNotAbandoned() {
        ThreadBuilder runs = snapshot.thread("runs");
        ThreadBuilder sleeps = snapshot.thread("sleeps").sleeps();

        assertThat(AbandonedWait.of(runs.id(), Set.of(runs.id()), snapshot.build(), UNREACHED))
                .isEmpty();
        assertThat(AbandonedWait.of(sleeps.id(), Set.of(sleeps.id()), snapshot.build(), UNREACHED))
                .isEmpty();
        assertThat(AbandonedWait.of(new ThreadId(4711), Set.of(), snapshot.build(), UNREACHED))
                .isEmpty();
    }

    private Optional<Diagnosis> abandoned(ThreadId... stuck) {
        return AbandonedWait.of(main.id(), Set.of(stuck), snapshot.build(), UNREACHED);
    }
}
