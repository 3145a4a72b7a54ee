package io.github.liveliness.report;

import static io.github.liveliness.report.StallBuilder.stall;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.liveliness.model.LastHolder;
import io.github.liveliness.model.Reachability;
import io.github.liveliness.model.Stall;
import io.github.liveliness.model.Stall.Kind;
import io.github.liveliness.model.Verdict;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class LastHolderSectionTest {

    @Test
    void eachKindOfEndIsToldInItsOwnWords() {
        assertThat(lines(Kind.ABANDONED, holder(LastHolder.Kind.TASK), holder(LastHolder.Kind.STAGE)))
                .containsExactly(
                        "Who could reach it, and has ended",
                        "  a task (com.acme.Feeder): failed in 'feeder' with com.acme.Gone",
                        "  a stage (com.acme.Feeder): completed in 'feeder' with com.acme.Gone");
    }

    @Test
    void whatIsGoneIsAnException() {
        assertThat(lines(
                        Kind.ABANDONED,
                        new LastHolder(LastHolder.Kind.THREAD, "com.acme.Feeder", "feeder", "", List.of())))
                .last()
                .isEqualTo("  thread 'feeder' (com.acme.Feeder): died of an exception");
    }

    @Test
    void whereNobodyIsKnownNothingIsSaid() {
        assertThat(lines(Kind.ABANDONED)).isEmpty();
    }

    @Test
    void inAKnotOfThreadsThatHoldItThemselvesNothingIsSaid() {
        assertThat(lines(Kind.STARVATION, holder(LastHolder.Kind.TASK))).isEmpty();
    }

    private static LastHolder holder(LastHolder.Kind kind) {
        return new LastHolder(kind, "com.acme.Feeder", "feeder", "com.acme.Gone", List.of());
    }

    private static List<String> lines(Kind kind, LastHolder... holders) {
        Stall stall = stall(Verdict.PROVEN, kind)
                .told(new Reachability.Unreached(Duration.ofMillis(420), List.of(holders)))
                .build();
        return LastHolderSection.lines(stall, Detail.EVERYTHING).toList();
    }
}
