package io.github.liveliness.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.liveliness.model.Diagnosis;
import io.github.liveliness.model.ExecutorId;
import io.github.liveliness.model.Stall;
import io.github.liveliness.model.Verdict;
import io.github.liveliness.model.WaitGraph;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CaseBookTest {
    private final CaseBook cases = new CaseBook();

    @Test
    void aFindingAgesWhileItIsFoundAgain() {
        Diagnosis likely = diagnosis(Verdict.LIKELY, 1);
        cases.update(List.of(likely), 100);
        cases.update(List.of(likely), 250);

        assertThat(cases.age(likely, 300)).isEqualTo(Duration.ofNanos(200));
    }

    @Test
    void aFindingThatWasGoneIsYoungAgain() {
        Diagnosis likely = diagnosis(Verdict.LIKELY, 1);
        cases.update(List.of(likely), 100);
        cases.update(List.of(), 200);
        cases.update(List.of(likely), 300);

        assertThat(cases.age(likely, 300)).isZero();
    }

    @Test
    void aSurerVerdictKeepsItsAge() {
        cases.update(List.of(diagnosis(Verdict.SUSPECTED, 1)), 100);
        cases.update(List.of(diagnosis(Verdict.LIKELY, 1)), 200);

        assertThat(cases.age(diagnosis(Verdict.LIKELY, 1), 300)).isEqualTo(Duration.ofNanos(200));
    }

    @Test
    void timeSpentBurningTheProcessorIsNoSilence() {
        cases.update(List.of(diagnosis(Verdict.BUSY, 1)), 100);
        cases.update(List.of(diagnosis(Verdict.SUSPECTED, 1)), 200);

        assertThat(cases.age(diagnosis(Verdict.SUSPECTED, 1), 300)).isEqualTo(Duration.ofNanos(100));
    }

    @Test
    void findingsAboutOtherExecutorsAreOthers() {
        cases.update(List.of(diagnosis(Verdict.LIKELY, 1)), 100);

        assertThat(cases.age(diagnosis(Verdict.LIKELY, 2), 300)).isZero();
    }

    @Test
    void healthIsNoFinding() {
        cases.update(List.of(diagnosis(Verdict.HEALTHY, 1)), 100);

        assertThat(cases.isEmpty()).isTrue();
    }

    @Test
    void onlyWhatIsAtLeastLikelyIsStuck() {
        cases.update(
                List.of(
                        diagnosis(Verdict.PROVEN, 1),
                        diagnosis(Verdict.LIKELY, 2),
                        diagnosis(Verdict.SUSPECTED, 3),
                        diagnosis(Verdict.BUSY, 4)),
                100);

        assertThat(cases.stuck()).containsExactlyInAnyOrder(new ExecutorId(1), new ExecutorId(2));
    }

    private static Diagnosis diagnosis(Verdict verdict, long executor) {
        return new Diagnosis(
                verdict,
                Optional.of(Stall.Kind.STARVATION),
                "",
                new WaitGraph(List.of(), Set.of(new ExecutorId(executor))),
                List.of(),
                Optional.empty());
    }
}
