package io.github.liveliness.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.liveliness.model.LastHolder;
import io.github.liveliness.model.Reachability;
import io.github.liveliness.proof.HeapAttempt;
import io.github.liveliness.reach.Chain;
import io.github.liveliness.reach.Wake;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReachabilitiesTest {
    private static final Duration TOOK = Duration.ofMillis(300);

    @Test
    void nobodyIsAProof() {
        assertThat(of(new Wake.Nobody())).isEqualTo(new Reachability.Unreached(TOOK));
    }

    @Test
    void whoHeldItAndHasEndedIsToldOnceAndInOrder() {
        LastHolder feeder = new LastHolder(LastHolder.Kind.TASK, "Feeder", "pool-1", "Oops: gone", List.of());
        LastHolder noticedAgain = new LastHolder(LastHolder.Kind.STAGE, "Feeder", "pool-1", "Oops: gone", List.of());
        LastHolder reader = new LastHolder(LastHolder.Kind.THREAD, "Reader", "reader", "Oops: gone", List.of());
        Map<Long, LastHolder> known = Map.of(3L, feeder, 4L, noticedAgain, 5L, reader);

        assertThat(Reachabilities.of(
                        new HeapAttempt.Made(List.of(new Wake.Nobody(List.of(5L, 2L, 3L, 4L))), TOOK),
                        1,
                        number -> Optional.ofNullable(known.get(number))))
                .containsExactly(new Reachability.Unreached(TOOK, List.of(reader, feeder)));
    }

    @Test
    void somebodyIsToldWithTheWay() {
        Chain chain = new Chain("thread 'late'", List.of("com.acme.Holder.latch"), "java.lang.Object");

        assertThat(of(new Wake.Somebody(chain, 3)))
                .isEqualTo(new Reachability.Reached(
                        "thread 'late'", List.of("com.acme.Holder.latch"), "java.lang.Object", 3));
    }

    @Test
    void aDoubtIsToldUnlessItPasses() {
        assertThat(of(new Wake.Unseen("Somebody may be hidden.", false)))
                .isEqualTo(new Reachability.Doubtful("Somebody may be hidden."));
        assertThat(of(new Wake.Unseen("A class is being loaded.", true))).isEqualTo(new Reachability.NotAsked());
    }

    @Test
    void whoNeedsNobodyIsNoCaseForAProof() {
        assertThat(of(new Wake.ByItself("it runs"))).isEqualTo(new Reachability.NotAsked());
    }

    @Test
    void whatCouldNotBeTriedIsSaidOfEachThread() {
        Reachability notMade = new Reachability.NotMade("The heap is too large.");

        assertThat(Reachabilities.of(new HeapAttempt.NotMade("The heap is too large."), 2, ReachabilitiesTest::unknown))
                .containsExactly(notMade, notMade);
    }

    @Test
    void theOrderIsKept() {
        assertThat(Reachabilities.of(
                        new HeapAttempt.Made(List.of(new Wake.ByItself("it runs"), new Wake.Nobody()), TOOK),
                        2,
                        ReachabilitiesTest::unknown))
                .containsExactly(new Reachability.NotAsked(), new Reachability.Unreached(TOOK));
    }

    private static Reachability of(Wake wake) {
        return Reachabilities.of(new HeapAttempt.Made(List.of(wake), TOOK), 1, ReachabilitiesTest::unknown)
                .get(0);
    }

    private static Optional<LastHolder> unknown(long number) {
        assertThat(number).isNegative();
        return Optional.empty();
    }
}
