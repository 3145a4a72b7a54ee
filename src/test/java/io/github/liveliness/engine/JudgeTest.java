package io.github.liveliness.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.liveliness.model.Diagnosis;
import io.github.liveliness.model.Stall;
import io.github.liveliness.model.Verdict;
import io.github.liveliness.model.WaitGraph;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class JudgeTest {
    private static final Bearing CAUGHT = new Bearing.Caught();
    private static final Bearing ELSEWHERE = new Bearing.WaitsElsewhere();
    private static final Bearing FREE = new Bearing.Free();
    private static final Duration AGES = Duration.ofDays(1);

    private final Judge judge = new Judge(Optional.of(Duration.ofSeconds(30)), Optional.empty());

    @Test
    void whereNobodyWantsToHearOfThemSuspectedStallsFailNothing() {
        Judge patient = new Judge(Optional.empty(), Optional.empty());

        assertThat(patient.fails(diagnosis(Verdict.SUSPECTED), CAUGHT, AGES)).isFalse();
        assertThat(patient.isWorthNoting(diagnosis(Verdict.SUSPECTED), AGES)).isFalse();
        assertThat(patient.fails(diagnosis(Verdict.LIKELY), CAUGHT, AGES)).isTrue();
    }

    @Test
    void aBodyThatIsCaughtInAProvenKnotFailsAtOnce() {
        assertThat(judge.fails(diagnosis(Verdict.PROVEN), CAUGHT, Duration.ZERO))
                .isTrue();
    }

    @Test
    void aBodyThatWaitsElsewhereGetsTheTimeToBeSignalled() {
        assertThat(judge.fails(diagnosis(Verdict.PROVEN), ELSEWHERE, Duration.ofMillis(499)))
                .isFalse();
        assertThat(judge.fails(diagnosis(Verdict.PROVEN), ELSEWHERE, Duration.ofMillis(500)))
                .isTrue();
    }

    @ParameterizedTest
    @EnumSource(names = {"PROVEN", "LIKELY", "SUSPECTED"})
    void aBodyThatCanMoveMayStillEndTheStallItself(Verdict verdict) {
        assertThat(judge.fails(diagnosis(verdict), FREE, AGES)).isFalse();
    }

    @Test
    void aLikelyStallNeedsTwoHealthySeconds() {
        assertThat(judge.fails(diagnosis(Verdict.LIKELY), CAUGHT, Duration.ofMillis(1999)))
                .isFalse();
        assertThat(judge.fails(diagnosis(Verdict.LIKELY), CAUGHT, Duration.ofSeconds(2)))
                .isTrue();
        assertThat(judge.fails(diagnosis(Verdict.LIKELY), ELSEWHERE, Duration.ofSeconds(2)))
                .isTrue();
    }

    @Test
    void aSuspectedStallNeedsTheConfiguredTime() {
        assertThat(judge.fails(diagnosis(Verdict.SUSPECTED), CAUGHT, Duration.ofMillis(29_999)))
                .isFalse();
        assertThat(judge.fails(diagnosis(Verdict.SUSPECTED), CAUGHT, Duration.ofSeconds(30)))
                .isTrue();
    }

    @Test
    void aKnotThatATimeOutEndsSoonIsWhatTheTestMayMean() {
        assertThat(judge.fails(timed(Duration.ofSeconds(5)), CAUGHT, AGES)).isFalse();
        assertThat(judge.fails(timed(Duration.ZERO), CAUGHT, AGES)).isFalse();
        assertThat(judge.fails(timed(Duration.ofMillis(5001)), CAUGHT, Duration.ofSeconds(2)))
                .isTrue();
    }

    @Test
    void aBodyWhoseOwnTimeOutIsNearIsLeftToIt() {
        Bearing near = new Bearing.WaitsForTime(Optional.of(Duration.ofSeconds(5)));
        Bearing unknown = new Bearing.WaitsForTime(Optional.empty());
        Bearing late = new Bearing.WaitsForTime(Optional.of(Duration.ofSeconds(6)));

        assertThat(judge.fails(diagnosis(Verdict.PROVEN), near, AGES)).isFalse();
        assertThat(judge.fails(diagnosis(Verdict.PROVEN), unknown, AGES)).isFalse();
        assertThat(judge.fails(diagnosis(Verdict.PROVEN), late, Duration.ofMillis(1999)))
                .isFalse();
        assertThat(judge.fails(diagnosis(Verdict.PROVEN), late, Duration.ofSeconds(2)))
                .isTrue();
    }

    @Test
    void workersThatUseTheProcessorFailNothingUnlessAsked() {
        assertThat(judge.fails(diagnosis(Verdict.BUSY), CAUGHT, AGES)).isFalse();

        Judge strict = new Judge(Optional.of(Duration.ofSeconds(30)), Optional.of(Duration.ofSeconds(10)));
        assertThat(strict.fails(diagnosis(Verdict.BUSY), FREE, Duration.ofSeconds(9)))
                .isFalse();
        assertThat(strict.fails(diagnosis(Verdict.BUSY), FREE, Duration.ofSeconds(10)))
                .isTrue();
    }

    @Test
    void onlyAProofFailsABodyThatHasEnded() {
        assertThat(Verdict.values())
                .filteredOn(verdict -> Judge.failsAtEnd(diagnosis(verdict)))
                .containsExactly(Verdict.PROVEN);
    }

    private static Diagnosis diagnosis(Verdict verdict) {
        return diagnosis(verdict, Optional.empty());
    }

    private static Diagnosis timed(Duration remaining) {
        return diagnosis(Verdict.LIKELY, Optional.of(remaining));
    }

    private static Diagnosis diagnosis(Verdict verdict, Optional<Duration> endsByItself) {
        return new Diagnosis(
                verdict,
                Optional.of(Stall.Kind.STARVATION),
                "",
                new WaitGraph(List.of(), Set.of()),
                List.of(),
                endsByItself);
    }
}
