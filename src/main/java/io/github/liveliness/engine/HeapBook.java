package io.github.liveliness.engine;

import io.github.liveliness.model.Reachability;
import io.github.liveliness.model.ThreadId;
import io.github.liveliness.watch.Watch;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Remembers what dumps of the heap said of threads, for as long as these stay in the same wait, and decides when it is worth
 * asking again: at once, and then at growing intervals.
 */
final class HeapBook {
    private static final int MOST_QUESTIONS_IN_A_RUN = 500;
    private static final long FIRST_PAUSE = Duration.ofSeconds(1).toNanos();
    private static final long PATIENCE = Duration.ofSeconds(5).toNanos();

    private final Watch watch;
    private final Prover prover;
    private final Map<ThreadId, Word> words = new Recent<>();
    private final Map<Map<ThreadId, Long>, Tries> tries = new Recent<>();
    private int questions;
    private Set<ThreadId> asked = Set.of();
    private long askedAt;

    /** What was said of a thread while it sat in the wait of this number. */
    private record Word(long sitting, Reachability told) {}

    /** How often the same was asked, and from when on it may be asked again. */
    private record Tries(int count, long again) {}

    HeapBook(Watch watch, Prover prover) {
        this.watch = watch;
        this.prover = prover;
    }

    /** Whether an answer has come that was not read yet. */
    boolean hasNews() {
        return prover.hasAnswer();
    }

    /** Whether an answer about these threads is on its way and may still come in time. */
    boolean isAsking(Set<ThreadId> threads, long now) {
        return prover.isBusy() && asked.equals(threads) && now - askedAt < PATIENCE;
    }

    /** Reads the answer that has come, if there is one; who was not told anything is asked about again. */
    void read() {
        prover.takeAnswer()
                .ifPresent(answer -> answer.forEach((question, told) -> {
                    if (!(told instanceof Reachability.NotAsked)) {
                        words.put(watch.name(question.thread()), new Word(question.sitting(), told));
                    }
                }));
    }

    /** What was said of these threads together, while all of them sit in the same waits as then. */
    Optional<Reachability> about(Set<ThreadId> threads) {
        Map<ThreadId, Long> marks = marks(watch.threads(threads));
        List<Word> known = threads.stream()
                .flatMap(
                        thread -> Optional.ofNullable(words.get(thread))
                                .filter(word -> word.sitting == marks.getOrDefault(thread, 0L))
                                .stream())
                .toList();
        return known.size() == threads.size() && !known.isEmpty()
                ? Optional.of(Together.of(known.stream().map(Word::told).toList()))
                : Optional.empty();
    }

    /** Asks about these threads, unless that was done not long ago or one of them can move by itself. */
    void ask(Set<ThreadId> threads, long maximalHeap, long now) {
        Map<ThreadId, Thread> live = watch.threads(threads);
        Map<ThreadId, Long> marks = marks(live);
        Tries before = tries.getOrDefault(marks, new Tries(0, now));
        boolean allWait = marks.size() == threads.size() && !marks.containsValue(0L);
        if (allWait && before.again <= now && !prover.isBusy() && questions < MOST_QUESTIONS_IN_A_RUN) {
            questions++;
            asked = Set.copyOf(threads);
            askedAt = now;
            tries.put(marks, new Tries(before.count + 1, now + (FIRST_PAUSE << Math.min(before.count, 10))));
            prover.ask(
                    live.entrySet().stream()
                            .map(entry -> new Prover.Question(entry.getValue(), marks.getOrDefault(entry.getKey(), 0L)))
                            .toList(),
                    maximalHeap);
        }
    }

    private Map<ThreadId, Long> marks(Map<ThreadId, Thread> threads) {
        Map<ThreadId, Long> marks = new HashMap<>();
        threads.forEach((name, thread) -> marks.put(name, watch.waitNumber(thread)));
        return marks;
    }
}
