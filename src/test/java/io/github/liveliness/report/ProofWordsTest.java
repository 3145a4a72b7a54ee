package io.github.liveliness.report;

import static io.github.liveliness.report.StallBuilder.stall;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.liveliness.model.Reachability;
import io.github.liveliness.model.Stall;
import io.github.liveliness.model.Stall.Kind;
import io.github.liveliness.model.Verdict;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the section about certainty tells of proofs. */
class ProofWordsTest {

    @Test
    void aProofByTheHeapTellsWhatItRestsOn() {
        assertThat(lines(Verdict.PROVEN, Kind.ABANDONED, new Reachability.Unreached(Duration.ofMillis(420))))
                .containsExactly(
                        "How sure: proven",
                        "  Nothing can end this but an interrupt or a cancel.",
                        "  Proof by two dumps of the heap, in 420 ms: no thread that can move,",
                        "  no static field and no native code leads to anything that is waited for here.");
    }

    @Test
    void aProofByTheGraphTellsWhatItRestsOn() {
        assertThat(lines(Verdict.PROVEN, Kind.STARVATION, new Reachability.NotAsked()))
                .last()
                .isEqualTo("  Proof by ownership: only these threads, and tasks in the queues of these executors,"
                        + " can end these waits.");
    }

    @Test
    void withoutAProofNothingIsSaidOfOne() {
        assertThat(lines(Verdict.LIKELY, Kind.STARVATION, new Reachability.NotAsked()))
                .containsExactly(
                        "How sure: likely",
                        "  Everybody known who could end this is stuck; somebody unseen might still act.");
    }

    @Test
    void theJvmsOwnWordOnALockCycleIsNoProofByOwnership() {
        assertThat(CertaintySection.lines(Stalls.lockCycle(), Detail.EVERYTHING))
                .noneMatch(line -> line.contains("Proof by"));
    }

    @Test
    void aDoubtSaysWhyThereIsNoProof() {
        assertThat(lines(Verdict.LIKELY, Kind.STARVATION, new Reachability.Doubtful("Somebody may be hidden.")))
                .last()
                .isEqualTo("  No proof by the heap. Somebody may be hidden.");
    }

    @Test
    void aDumpThatCouldNotBeMadeSaysWhy() {
        assertThat(lines(Verdict.LIKELY, Kind.STARVATION, new Reachability.NotMade("The heap is too large.")))
                .last()
                .isEqualTo("  No proof by the heap. The heap is too large.");
    }

    @Test
    void whoReachesItIsShownWithTheWay() {
        assertThat(reached(
                        List.of("com.acme.Orders$Line.latch", "an array", "java.util.ArrayList.elementData"),
                        "java.util.concurrent.CountDownLatch$Sync"))
                .containsExactly(
                        "  The heap shows who: thread 'late' in com.acme.Late.run",
                        "    through Orders$Line.latch, an array, ArrayList.elementData to a CountDownLatch$Sync");
    }

    @Test
    void whoHoldsItItselfNeedsNoWay() {
        assertThat(reached(List.of(), "java.util.concurrent.Semaphore$FairSync"))
                .last()
                .isEqualTo("    holds a Semaphore$FairSync");
    }

    @Test
    void aClassWithoutAPackageKeepsItsName() {
        assertThat(reached(List.of("Order.latch"), "Gate")).last().isEqualTo("    through Order.latch to a Gate");
    }

    private static List<String> reached(List<String> way, String object) {
        List<String> lines = lines(
                Verdict.SUSPECTED,
                Kind.STARVATION,
                new Reachability.Reached("thread 'late' in com.acme.Late.run", way, object, 0));
        return lines.subList(lines.size() - 2, lines.size());
    }

    private static List<String> lines(Verdict verdict, Kind kind, Reachability told) {
        Stall stall = stall(verdict, kind).told(told).build();
        return CertaintySection.lines(stall, Detail.EVERYTHING).toList();
    }
}
