package io.github.liveliness.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.liveliness.model.Stall;
import io.github.liveliness.model.Verdict;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FollowUpTest {
    private static final Stall STARVED = StallLogTest.stall(Verdict.PROVEN, Stall.Kind.STARVATION);

    @Test
    void theSameStallIsToldWithItsToken() {
        FollowUp followUp = FollowUp.of(failed(Optional.of(STARVED)), STARVED);

        assertThat(followUp.words())
                .isEqualTo("Explored at once, in this JVM, the test stalls again: all wait.\nRun it again with L1_abc");
        assertThat(followUp.allWords()).isEqualTo(followUp.words() + "\n\nwho did what");
    }

    @Test
    void anotherFailureIsToldAsAnother() {
        assertThat(FollowUp.of(failed(Optional.of(STARVED)), StallLogTest.stall(Verdict.PROVEN, Stall.Kind.DEADLOCK))
                        .words())
                .startsWith("Explored at once, in this JVM, the test stalls otherwise: all wait.");
        assertThat(FollowUp.of(failed(Optional.empty()), STARVED).words())
                .startsWith("Explored at once, in this JVM, the test fails otherwise: it throws.\n");
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
        assertThat(FollowUp.of(new Explored.Impossible("It is not controlled: a socket.", "Leave it out."), STARVED)
                        .words())
                .isEqualTo("Explored at once, in this JVM, the test told nothing: It is not controlled: a socket.\n"
                        + "What the stall has left behind may be in the way. How to reproduce it in a JVM of its own stands"
                        + " above.");
    }

    @Test
    void besideAThreadThatMayHelpNothingIsExplored() {
        assertThat(FollowUp.beside("poller").words())
                .startsWith(
                        "Explored at once, in this JVM, the test told nothing: the thread 'poller' has not come to rest, and may"
                                + " end any wait of it.\nWhat the stall");
    }

    private static Explored.Failed failed(Optional<Stall> stall) {
        return new Explored.Failed(
                "it throws",
                List.of("Run it again with L1_abc"),
                List.of("who did what"),
                Optional.empty(),
                stall,
                List.of());
    }
}
