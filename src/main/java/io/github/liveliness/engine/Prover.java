package io.github.liveliness.engine;

import io.github.liveliness.model.Reachability;
import io.github.liveliness.proof.HeapAttempt;
import io.github.liveliness.proof.HeapProof;
import io.github.liveliness.watch.Hooked;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Has the heap dumped on a thread of its own, so that watching goes on meanwhile; one question after the other. */
final class Prover {
    private final HeapProof proof;
    private final Shield shield;
    private final List<Thread> ours = new CopyOnWriteArrayList<>();
    private final Consumer<Runnable> threads;
    private final Consumer<String> console;
    private boolean hasTold;
    private volatile boolean busy;
    private volatile Optional<Map<Question, Reachability>> answer = Optional.empty();

    /**
     * A thread that may be stuck.
     *
     * @param thread the thread
     * @param sitting the number of the wait in which it sat when the question was asked
     */
    record Question(Thread thread, long sitting) {}

    /**
     * Asks nothing yet.
     *
     * @param threads runs each piece of work on a new thread
     * @param console is told why there is no proof: a test that hangs tells nobody
     */
    Prover(HeapProof proof, Shield shield, Consumer<Runnable> threads, Consumer<String> console) {
        this.proof = proof;
        this.shield = shield;
        this.threads = threads;
        this.console = console;
    }

    /** Counts a thread as one of ours, which wakes nobody. */
    void leaveOut(Thread watching) {
        ours.add(watching);
    }

    /** Whether a question is being answered. */
    boolean isBusy() {
        return busy;
    }

    boolean hasAnswer() {
        return answer.isPresent();
    }

    /** The answer to the last question, once. */
    Optional<Map<Question, Reachability>> takeAnswer() {
        Optional<Map<Question, Reachability>> taken = answer;
        answer = Optional.empty();
        return taken;
    }

    /** Takes away what JVMs left behind that did not end well. */
    void sweep() {
        threads.accept(() -> shield.run(proof::sweep));
    }

    /**
     * Asks who can end the waits of some threads.
     *
     * @param maximalHeap the largest live heap to dump, in bytes
     */
    void ask(List<Question> questions, long maximalHeap) {
        busy = true;
        try {
            threads.accept(() -> shield.run(() -> answer(questions, maximalHeap)));
        } catch (OutOfMemoryError noThread) {
            // Nobody else would ever say that the question is over.
            busy = false;
            throw noThread;
        }
    }

    private void answer(List<Question> questions, long maximalHeap) {
        try {
            List<Thread> threads = questions.stream().map(Question::thread).toList();
            HeapAttempt attempt = proof.attempt(threads, ours, maximalHeap);
            Map<Question, Reachability> told = new LinkedHashMap<>();
            List<Reachability> each = Reachabilities.of(attempt, questions.size(), Hooked::lastHolder);
            for (int index = 0; index < questions.size(); index++) {
                told.put(questions.get(index), each.get(index));
            }
            answer = Optional.of(told);
            tell(attempt);
        } finally {
            busy = false;
        }
    }

    /** Once, by one question after the other. */
    private void tell(HeapAttempt attempt) {
        if (attempt instanceof HeapAttempt.NotMade none && !hasTold) {
            hasTold = true;
            console.accept(
                    "Liveliness could not ask the heap who can end a wait, and proves less without. " + none.why());
        }
    }
}
