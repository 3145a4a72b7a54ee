package io.github.liveliness.diagnose;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.liveliness.model.Activity.Form;
import io.github.liveliness.model.Diagnosis;
import io.github.liveliness.model.LastHolder;
import io.github.liveliness.model.Reachability;
import io.github.liveliness.model.Stall;
import io.github.liveliness.model.ThreadId;
import io.github.liveliness.model.Verdict;
import io.github.liveliness.model.WaitGraph.Edge;
import io.github.liveliness.model.Waker;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            THREAD        | thread 'feeder', which could reach it, has died of FeedException: no more input
            TASK          | a task that could reach it has failed with FeedException: no more input
            PERIODIC_TASK | a periodic task that could reach it has ended with FeedException: no more input
            REJECTED_TASK | a task that could reach it was rejected by FeedException: no more input
            STAGE         | a stage that could reach it has completed with FeedException: no more input
            """)
    void theNearestWhoHeldItIsNamed(LastHolder.Kind kind, String words) {
        assertThat(sentence(holder(kind, "com.acme.Feeder$FeedException: no more input"), holder(kind, "Other")))
                .endsWith(", and nobody is left who could end that: " + words);
    }

    @Test
    void whatNobodyKnowsAnyMoreIsAnException() {
        assertThat(sentence(holder(LastHolder.Kind.THREAD, "")))
                .endsWith(": thread 'feeder', which could reach it, has died of an exception");
    }

    @Test
    void aLongMessageIsCut() {
        assertThat(sentence(holder(LastHolder.Kind.TASK, "com.acme.Oops: " + "x".repeat(150))))
                .endsWith("failed with Oops: " + "x".repeat(78) + "...");
    }

    private String sentence(LastHolder... holders) {
        return AbandonedWait.of(
                        main.id(),
                        Set.of(main.id()),
                        snapshot.build(),
                        new Reachability.Unreached(Duration.ofMillis(300), List.of(holders)))
                .orElseThrow()
                .sentence();
    }

    private static LastHolder holder(LastHolder.Kind kind, String cause) {
        return new LastHolder(kind, "com.acme.Feeder", "feeder", cause, List.of());
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
