package io.github.liveliness.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.github.liveliness.engine.Prover.Question;
import io.github.liveliness.model.Reachability;
import io.github.liveliness.proof.HeapAttempt;
import io.github.liveliness.proof.HeapProof;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProverTest {
    private static final long LIMIT = 1 << 20;

    private final HeapProof proof = mock(HeapProof.class);
    private final List<Throwable> told = new ArrayList<>();
    private final List<String> console = new ArrayList<>();
    private final List<Runnable> begun = new ArrayList<>();
    private final Thread watcher = new Thread("watcher");
    private final Question question = new Question(new Thread("stuck"), 7);
    private final Prover prover = new Prover(proof, new Shield(told::add), begun::add, console::add);

    @Test
    void itIsBusyUntilItHasTheAnswerWhichCanBeTakenOnce() {
        when(proof.attempt(any(), any(), anyLong())).thenReturn(new HeapAttempt.NotMade("No disk."));
        prover.leaveOut(watcher);

        prover.ask(List.of(question), LIMIT);
        assertThat(prover.isBusy()).isTrue();
        assertThat(prover.hasAnswer()).isFalse();

        begun.forEach(Runnable::run);
        verify(proof).attempt(List.of(question.thread()), List.of(watcher), LIMIT);
        assertThat(prover.isBusy()).isFalse();
        assertThat(prover.takeAnswer()).contains(Map.of(question, new Reachability.NotMade("No disk.")));
        assertThat(prover.takeAnswer()).isEqualTo(Optional.empty());
    }

    @Test
    void whyThereIsNoProofIsToldOnce() {
        when(proof.attempt(any(), any(), anyLong())).thenReturn(new HeapAttempt.NotMade("No disk."));

        for (int times = 0; times < 2; times++) {
            prover.ask(List.of(question), LIMIT);
            begun.get(times).run();
        }

        assertThat(console)
                .containsExactly(
                        "Liveliness could not ask the heap who can end a wait, and proves less without. No disk.");
    }

    @Test
    void anAttemptThatFailsIsToldAndOver() {
        IllegalStateException broken = new IllegalStateException("broken");
        when(proof.attempt(any(), any(), anyLong())).thenThrow(broken);

        prover.ask(List.of(question), LIMIT);
        begun.forEach(Runnable::run);

        assertThat(told).containsExactly(broken);
        assertThat(prover.isBusy()).isFalse();
        assertThat(prover.hasAnswer()).isFalse();
    }

    @Test
    void aQuestionForWhichNoThreadCanBeHadIsOver() {
        OutOfMemoryError noThread = new OutOfMemoryError("unable to create native thread");
        Prover starved = new Prover(
                proof,
                new Shield(told::add),
                work -> {
                    throw noThread;
                },
                console::add);

        assertThatThrownBy(() -> starved.ask(List.of(question), LIMIT)).isSameAs(noThread);
        assertThat(starved.isBusy()).isFalse();
    }
}
