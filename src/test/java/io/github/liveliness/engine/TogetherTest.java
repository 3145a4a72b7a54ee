package io.github.liveliness.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.liveliness.model.LastHolder;
import io.github.liveliness.model.Reachability;
import io.github.liveliness.model.Reachability.Doubtful;
import io.github.liveliness.model.Reachability.NotAsked;
import io.github.liveliness.model.Reachability.NotMade;
import io.github.liveliness.model.Reachability.Reached;
import io.github.liveliness.model.Reachability.Unreached;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class TogetherTest {
    private static final Reachability UNREACHED = new Unreached(Duration.ofMillis(300));
    private static final Reachability DOUBTFUL = new Doubtful("Somebody may be hidden.");
    private static final Reachability NOT_MADE = new NotMade("The heap is too large.");
    private static final Reachability NOT_ASKED = new NotAsked();
    private static final List<Reachability> LIGHTEST_FIRST =
            List.of(UNREACHED, DOUBTFUL, NOT_MADE, NOT_ASKED, reached(0));

    @Test
    void aKnotIsStuckOnlyIfAllOfItIs() {
        assertThat(Together.of(List.of(UNREACHED, UNREACHED))).isEqualTo(UNREACHED);
    }

    @Test
    void whoHeldWhatAnyOfThemWaitsForIsToldOnce() {
        LastHolder feeder = holder("feeder");
        LastHolder reader = holder("reader");

        assertThat(Together.of(List.of(
                        new Unreached(Duration.ofMillis(300), List.of(feeder)),
                        new Unreached(Duration.ofMillis(300), List.of(reader, feeder)))))
                .isEqualTo(new Unreached(Duration.ofMillis(300), List.of(feeder, reader)));
    }

    private static LastHolder holder(String thread) {
        return new LastHolder(LastHolder.Kind.THREAD, "com.acme.Feeder", thread, "Oops", List.of());
    }

    @Test
    void theHeaviestWordCountsWhereverItStands() {
        for (int last = 1; last <= LIGHTEST_FIRST.size(); last++) {
            List<Reachability> told = new ArrayList<>(LIGHTEST_FIRST.subList(0, last));
            Reachability heaviest = LIGHTEST_FIRST.get(last - 1);

            assertThat(Together.of(told)).isEqualTo(heaviest);
            Collections.reverse(told);
            assertThat(Together.of(told)).isEqualTo(heaviest);
        }
    }

    @Test
    void whoIsWokenFirstWakesTheOthers() {
        assertThat(Together.of(List.of(reached(2), reached(1), reached(3)))).isEqualTo(reached(1));
    }

    @Test
    void nothingTellsNothing() {
        assertThat(Together.of(List.of())).isEqualTo(NOT_ASKED);
    }

    private static Reachability reached(int rank) {
        return new Reached("thread 'late'", List.of(), "java.lang.Object", rank);
    }
}
