package io.github.liveliness.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.github.liveliness.model.Activity;
import io.github.liveliness.model.Diagnosis;
import io.github.liveliness.model.Reachability;
import io.github.liveliness.model.Stall;
import io.github.liveliness.model.ThreadId;
import io.github.liveliness.model.Verdict;
import io.github.liveliness.model.WaitGraph;
import io.github.liveliness.model.Waker;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class WeighingTest {
    private static final ThreadId WAITER = new ThreadId(1);
    private static final Set<ThreadId> THREADS = Set.of(WAITER);
    private static final Duration AGES = Duration.ofDays(1);
    private static final long LIMIT = 100;
    private static final long NOW = 77;
    private static final Reachability UNREACHED = new Reachability.Unreached(Duration.ofMillis(300));

    private final HeapBook heap = mock(HeapBook.class);
    private final Weighing weighing = new Weighing(heap);

    @BeforeEach
    void nothingIsKnown() {
        when(heap.about(any())).thenReturn(Optional.empty());
    }

    @ParameterizedTest
    @CsvSource({"LIKELY, 150", "SUSPECTED, 1000"})
    void whatLastsIsAskedAbout(Verdict verdict, long age) {
        Diagnosis diagnosis = diagnosis(verdict, Optional.empty());

        weighing.weigh(diagnosis, List.of(body(LIMIT)), Duration.ofMillis(age - 1), NOW);
        assertNotAsked();

        weighing.weigh(diagnosis, List.of(body(LIMIT)), Duration.ofMillis(age), NOW);
        verify(heap).ask(THREADS, LIMIT, NOW);
    }

    @ParameterizedTest
    @EnumSource(names = {"PROVEN", "BUSY", "HEALTHY"})
    void whatIsNoOpenQuestionIsNotAskedAbout(Verdict verdict) {
        Diagnosis diagnosis = diagnosis(verdict, Optional.empty());

        assertThat(weighing.weigh(diagnosis, List.of(body(LIMIT)), AGES, NOW)).isSameAs(diagnosis);
        assertNotAsked();
    }

    @Test
    void whatATimeOutEndsIsNoCaseForAProof() {
        Diagnosis timed = diagnosis(Verdict.LIKELY, Optional.of(Duration.ofHours(1)));

        assertThat(weighing.weigh(timed, List.of(body(LIMIT)), AGES, NOW)).isSameAs(timed);
        assertNotAsked();
    }

    @Test
    void whoseSettingsSayGraphIsNotAskedAbout() {
        when(heap.about(THREADS)).thenReturn(Optional.of(UNREACHED));
        Diagnosis likely = diagnosis(Verdict.LIKELY, Optional.empty());

        assertThat(weighing.weigh(likely, List.of(body(LIMIT), body(Proving.By.GRAPH, LIMIT)), AGES, NOW))
                .isSameAs(likely);
        assertNotAsked();
    }

    @Test
    void whatNobodySuffersFromIsNotAskedAbout() {
        weighing.weigh(diagnosis(Verdict.LIKELY, Optional.empty()), List.of(), AGES, NOW);

        assertNotAsked();
    }

    @Test
    void ofSeveralLimitsTheSmallestCounts() {
        weighing.weigh(
                diagnosis(Verdict.LIKELY, Optional.empty()), List.of(body(300), body(100), body(200)), AGES, NOW);

        verify(heap).ask(THREADS, 100, NOW);
    }

    @Test
    void whatIsKnownIsNotAskedAboutAgainAndCounts() {
        when(heap.about(THREADS)).thenReturn(Optional.of(UNREACHED));

        Diagnosis weighed =
                weighing.weigh(diagnosis(Verdict.LIKELY, Optional.empty()), List.of(body(LIMIT)), AGES, NOW);

        assertThat(weighed.verdict()).isEqualTo(Verdict.PROVEN);
        assertThat(weighed.reachability()).isEqualTo(UNREACHED);
        assertNotAsked();
    }

    @Test
    void anAnswerIsAwaitedWhileItMayMatter() {
        when(heap.isAsking(THREADS, NOW)).thenReturn(true);

        assertThat(weighing.awaitsAnswer(diagnosis(Verdict.LIKELY, Optional.empty()), NOW))
                .isTrue();
        assertThat(weighing.awaitsAnswer(diagnosis(Verdict.LIKELY, Optional.of(AGES)), NOW))
                .isFalse();
        assertThat(weighing.awaitsAnswer(diagnosis(Verdict.PROVEN, Optional.empty()), NOW))
                .isFalse();
    }

    @Test
    void noAnswerIsAwaitedWhereNobodyAsks() {
        assertThat(weighing.awaitsAnswer(diagnosis(Verdict.LIKELY, Optional.empty()), NOW))
                .isFalse();
    }

    private void assertNotAsked() {
        verify(heap, never()).ask(any(), anyLong(), anyLong());
    }

    private static Body body(long maximalHeap) {
        return body(Proving.By.HEAP, maximalHeap);
    }

    private static Body body(Proving.By by, long maximalHeap) {
        Settings settings = Given.settings(true, Path.of("target"), new Proving(by, maximalHeap, Optional.empty()));
        return new Body(
                Scope.of("WeighingTest", List.of()), settings, new StallLog(), Set.of(), Thread.currentThread(), false);
    }

    private static Diagnosis diagnosis(Verdict verdict, Optional<Duration> endsByItself) {
        Activity.Waiting waiting = new Activity.Waiting(
                Activity.Form.LATCH, "LATCH@1b2c", new Activity.Limit.None(), List.of(new Waker.Unknown("anybody")));
        return new Diagnosis(
                verdict,
                Optional.of(Stall.Kind.STARVATION),
                "",
                new WaitGraph(List.of(new WaitGraph.Edge(WAITER, waiting)), Set.of()),
                List.of(),
                endsByItself);
    }
}
