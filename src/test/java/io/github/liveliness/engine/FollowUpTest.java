package io.github.liveliness.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.liveliness.explore.Ending;
import io.github.liveliness.explore.Interleaving;
import io.github.liveliness.model.Stall;
import io.github.liveliness.model.Verdict;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FollowUpTest {
    private static final Stall STARVED = StallLogTest.stall(Verdict.PROVEN, Stall.Kind.STARVATION);

    @Test
    void theSameStallIsToldWithItsTokenAndWithWhatMayHaveHadAPart() {
        FollowUp followUp = FollowUp.of(failed(Optional.of(STARVED), false), STARVED);

        assertThat(followUp.words()).isEqualTo("""
                        Explored at once, in this JVM, the test stalls again: all wait.
                        What the stall has left behind in static fields may be part of this.
                        The command above tells, in a JVM of its own.
                        Run it again with L1_abc""");
        assertThat(followUp.allWords()).isEqualTo(followUp.words() + "\n\nwho did what");
    }

    @Test
    void whatTakesNoScheduleIsClaimedForThisJvmAlone() {
        assertThat(FollowUp.of(failed(Optional.of(STARVED), true), STARVED).words())
                .isEqualTo("""
                        Explored at once, in this JVM, the test stalls again: all wait.
                        It takes no schedule for that: either it always does so, or what the stall has left behind in static \
                        fields makes it, and then the token repeats nothing elsewhere.
                        The command above tells, in a JVM of its own.
                        Run it again with L1_abc""");
    }

    @Test
    void anotherFailureIsToldAsAnother() {
        assertThat(FollowUp.of(
                                failed(Optional.of(STARVED), false),
                                StallLogTest.stall(Verdict.PROVEN, Stall.Kind.DEADLOCK))
                        .words())
                .startsWith("Explored at once, in this JVM, the test stalls otherwise: all wait.\n");
        assertThat(FollowUp.of(failed(Optional.empty(), false), STARVED).words())
                .startsWith("Explored at once, in this JVM, the test fails under a schedule: boom.\n");
    }

    @Test
    void aStallThatNobodyDiagnosedIsNoOtherFailure() {
        Ending.Stalled ending = new Ending.Stalled("nobody", List.of());
        Explored.Failed failed = FailingRun.of(ending, "Orders.takes()", Optional.empty())
                .with(false, List.of(), new Interleaving(List.of()));

        assertThat(failed.head()).isEqualTo("Orders.takes() stalls under a schedule: nobody can go on.");
        assertThat(FollowUp.of(failed, STARVED).words())
                .startsWith("Explored at once, in this JVM, the test stalls under a schedule: nobody can go on.\n");
    }

    @Test
    void nothingFoundIsNoProofOfAnything() {
        assertThat(FollowUp.of(new Explored.Passed("100 schedules pass."), STARVED)
                        .allWords())
                .isEqualTo("Explored at once, in this JVM, the test did not stall again. 100 schedules pass.\n"
                        + "Raise liveliness.explore.schedules, or try another liveliness.explore.seed.");
    }

    @Test
    void whatIsNotControlledSaysWhyAndWhatElseToDo() {
        assertThat(FollowUp.of(
                                new Explored.Impossible(
                                        "It is not controlled: a socket.", Optional.of("Leave it out.")),
                                STARVED)
                        .words())
                .isEqualTo("Explored at once, in this JVM, the test told nothing: It is not controlled: a socket.\n"
                        + "What the stall has left behind may be in the way. How to reproduce it in a JVM of its own stands"
                        + " above.");
    }

    @Test
    void whatWasNotExploredDoesNotSayThatItWas() {
        assertThat(FollowUp.notExplored("A dynamic test cannot be explored.").words())
                .isEqualTo("Not explored at once: A dynamic test cannot be explored.");
        assertThat(FollowUp.beside("poller").words())
                .isEqualTo(
                        "Not explored at once: the thread 'poller' has not come to rest, and may end any wait of the test.\n"
                                + "How to reproduce it in a JVM of its own stands above.");
        assertThat(FollowUp.late().words())
                .startsWith("Not explored at once: exploring the stalls before this one has taken all the time of"
                        + " liveliness.explore.within.\n");
    }

    @Test
    void aTestThatWasAbortedEachTimeHasNotPassed() {
        assertThat(FollowUp.aborted(new IllegalStateException("no database")).words())
                .startsWith("Explored at once, in this JVM, the test never came to its end:"
                        + " java.lang.IllegalStateException: no database.\n");
    }

    private static Explored.Failed failed(Optional<Stall> stall, boolean undisturbed) {
        return new Explored.Failed(
                "Orders.takes() fails under a schedule: boom",
                "fails under a schedule: boom",
                undisturbed,
                List.of("Run it again with L1_abc"),
                List.of("who did what"),
                Optional.empty(),
                stall,
                List.of());
    }
}
