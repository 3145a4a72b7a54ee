package io.github.liveliness.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.github.liveliness.engine.Prover.Question;
import io.github.liveliness.model.Reachability;
import io.github.liveliness.model.ThreadId;
import io.github.liveliness.watch.Watch;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HeapBookTest {
    private static final ThreadId ONE = new ThreadId(1);
    private static final ThreadId OTHER = new ThreadId(2);
    private static final long SECOND = Duration.ofSeconds(1).toNanos();
    private static final long LIMIT = 1 << 20;
    private static final Reachability UNREACHED = new Reachability.Unreached(Duration.ofMillis(300));
    private static final Reachability REACHED =
            new Reachability.Reached("thread 'late'", List.of(), "java.lang.Object", 0);

    private final Watch watch = mock(Watch.class);
    private final Prover prover = mock(Prover.class);
    private final Thread one = new Thread("one");
    private final Thread other = new Thread("other");
    private final HeapBook book = new HeapBook(watch, prover);

    @BeforeEach
    void twoThreadsWait() {
        Map<ThreadId, Thread> live = Map.of(ONE, one, OTHER, other);
        when(watch.threads(any())).thenAnswer(asked -> {
            Map<ThreadId, Thread> found = new HashMap<>(live);
            found.keySet().retainAll(asked.<Set<ThreadId>>getArgument(0));
            return found;
        });
        when(watch.name(one)).thenReturn(ONE);
        when(watch.name(other)).thenReturn(OTHER);
        when(watch.waitNumber(any())).thenReturn(5L);
        when(prover.takeAnswer()).thenReturn(Optional.empty());
    }

    @Test
    void itAsksAboutTheWaitsInWhichTheySit() {
        when(watch.waitNumber(one)).thenReturn(7L);

        ask(0, ONE);

        verify(prover).ask(List.of(new Question(one, 7)), LIMIT);
    }

    @Test
    void itAsksAtOnceAndThenAtGrowingPauses() {
        ask(0, ONE);
        ask(SECOND - 1, ONE);
        assertAsked(1);

        ask(SECOND, ONE);
        ask(3 * SECOND - 1, ONE);
        assertAsked(2);

        ask(3 * SECOND, ONE);
        ask(7 * SECOND - 1, ONE);
        assertAsked(3);
    }

    @Test
    void itIsNeverSilentForMuchLongerThanAQuarterOfAnHour() {
        long now = 0;
        for (int count = 0; count < 100; count++) {
            ask(now, ONE);
            now += 1024 * SECOND;
        }

        assertAsked(100);
    }

    @Test
    void otherThreadsAreAnotherQuestion() {
        ask(0, ONE);
        ask(0, ONE, OTHER);

        assertAsked(2);
    }

    @Test
    void itDoesNotAskWhileItIsAnswered() {
        when(prover.isBusy()).thenReturn(true);

        ask(0, ONE);

        assertAsked(0);
    }

    @Test
    void itDoesNotAskAboutWhoRuns() {
        when(watch.waitNumber(other)).thenReturn(0L);

        ask(0, ONE, OTHER);

        assertAsked(0);
    }

    @Test
    void itDoesNotAskAboutWhoHasEnded() {
        ask(0, ONE, new ThreadId(3));

        assertAsked(0);
    }

    @Test
    void whoMovedOnIsAskedAboutAtOnce() {
        ask(0, ONE);
        when(watch.waitNumber(one)).thenReturn(6L);
        ask(1, ONE);

        assertAsked(2);
    }

    @Test
    void aRunAsksAtMostFiveHundredTimes() {
        for (long number = 1; number <= 600; number++) {
            when(watch.waitNumber(one)).thenReturn(number);
            ask(number, ONE);
        }

        assertAsked(500);
    }

    @Test
    void aWordIsRemembered() {
        answer(Map.of(new Question(one, 5), UNREACHED));

        assertThat(book.about(Set.of(ONE))).contains(UNREACHED);
    }

    @Test
    void aWordIsForgottenWhenItsThreadMovesOn() {
        answer(Map.of(new Question(one, 5), UNREACHED));
        when(watch.waitNumber(one)).thenReturn(6L);

        assertThat(book.about(Set.of(ONE))).isEmpty();
    }

    @Test
    void aWordAboutAnEarlierWaitIsNone() {
        answer(Map.of(new Question(one, 4), UNREACHED));

        assertThat(book.about(Set.of(ONE))).isEmpty();
    }

    @Test
    void ofSeveralEachMustBeKnown() {
        answer(Map.of(new Question(one, 5), UNREACHED));
        assertThat(book.about(Set.of(ONE, OTHER))).isEmpty();
        assertThat(book.about(Set.of())).isEmpty();

        answer(Map.of(new Question(other, 5), REACHED));
        assertThat(book.about(Set.of(ONE, OTHER))).contains(REACHED);
    }

    @Test
    void anAnswerThatTellsNothingIsNoWord() {
        answer(Map.of(new Question(one, 5), new Reachability.NotAsked()));

        assertThat(book.about(Set.of(ONE))).isEmpty();
    }

    @Test
    void newsIsWhatTheProverHasAnswered() {
        assertThat(book.hasNews()).isFalse();

        when(prover.hasAnswer()).thenReturn(true);

        assertThat(book.hasNews()).isTrue();
    }

    @Test
    void anAnswerIsOnItsWayToWhoAskedAndNotForEver() {
        ask(0, ONE);
        when(prover.isBusy()).thenReturn(true);

        assertThat(book.isAsking(Set.of(ONE), 1)).isTrue();
        assertThat(book.isAsking(Set.of(OTHER), 1)).isFalse();
        assertThat(book.isAsking(Set.of(ONE), Duration.ofMinutes(1).toNanos())).isFalse();

        when(prover.isBusy()).thenReturn(false);
        assertThat(book.isAsking(Set.of(ONE), 1)).isFalse();
    }

    private void ask(long now, ThreadId... threads) {
        book.ask(Set.of(threads), LIMIT, now);
    }

    private void answer(Map<Question, Reachability> told) {
        when(prover.takeAnswer()).thenReturn(Optional.of(told));
        book.read();
    }

    private void assertAsked(int questions) {
        verify(prover, times(questions)).ask(any(), anyLong());
    }
}
