package io.github.liveliness.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.liveliness.model.Diagnosis;
import io.github.liveliness.model.Evidence;
import io.github.liveliness.model.Evidence.RuledOut;
import io.github.liveliness.model.RescueLog;
import io.github.liveliness.model.Snapshot;
import io.github.liveliness.model.Snapshot.Consistency;
import io.github.liveliness.model.Stall;
import io.github.liveliness.model.Stall.Kind;
import io.github.liveliness.model.Verdict;
import io.github.liveliness.model.WaitGraph;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StallLogTest {
    private final StallLog log = new StallLog();
    private final Stall suspected = stall(Verdict.SUSPECTED, Kind.NO_PROGRESS, "orders");
    private final Stall proven = stall(Verdict.PROVEN, Kind.STARVATION, "orders");

    @Test
    void ofOneStallOnlyTheSurestIsTold() {
        log.add(suspected);
        log.add(proven);

        assertThat(log.tellUnexpected()).containsExactly(proven);
        assertThat(log.tellUnexpected()).isEmpty();
    }

    @Test
    void aStallThatBecomesSurerIsToldAgain() {
        log.add(suspected);
        assertThat(log.tellUnexpected()).containsExactly(suspected);

        log.add(proven);

        assertThat(log.tellUnexpected()).containsExactly(proven);
    }

    @Test
    void stallsOfDifferentExecutorsAreAllTold() {
        Stall other = stall(Verdict.PROVEN, Kind.STARVATION, "prices");
        log.add(suspected);
        log.add(other);

        assertThat(log.tellUnexpected()).containsExactly(other, suspected);
    }

    @Test
    void withoutExecutorsKindsAreToldApart() {
        Stall deadlock = stall(Verdict.PROVEN, Kind.DEADLOCK);
        Stall noProgress = stall(Verdict.SUSPECTED, Kind.NO_PROGRESS);
        log.add(deadlock);
        log.add(noProgress);

        assertThat(log.tellUnexpected()).containsExactly(deadlock, noProgress);
    }

    @Test
    void whatATestHasFailedWithFailsNoneOfItsLaterMethods() {
        log.add(proven);
        assertThat(log.holdsUnexpectedProof()).isTrue();

        log.tell(proven);

        assertThat(log.holdsUnexpectedProof()).isFalse();
        assertThat(log.isNews(proven)).isFalse();
        assertThat(log.tellUnexpected()).isEmpty();
    }

    static Stall stall(Verdict verdict, Kind kind, String... executors) {
        Snapshot snapshot = new Snapshot(List.of(), List.of(), Map.of(), Consistency.LOOSE);
        Diagnosis diagnosis = new Diagnosis(
                verdict, Optional.of(kind), "", new WaitGraph(List.of(), Set.of()), List.of(), Optional.empty());
        RuledOut ruledOut = new RuledOut(Duration.ZERO, Duration.ZERO, false);
        Evidence evidence =
                new Evidence(snapshot, diagnosis, Duration.ZERO, Optional.empty(), ruledOut, List.of(), List.of());
        return new Stall(verdict, kind, "all wait", "test", List.of(executors), evidence, RescueLog.NONE);
    }
}
