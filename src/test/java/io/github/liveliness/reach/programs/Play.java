package io.github.liveliness.reach.programs;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * One run of a program, whose threads wait.
 *
 * @param looks what was seen of each thread when all had come to wait
 */
record Play(Moment moment, List<Thread> threads, List<ThreadLook> looks) {
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final int MOST_QUESTIONS = 20;
    private static final Comparator<String> BY_WEIGHT =
            Comparator.comparingInt(List.of("SUSPECTED", HeapVerdicts.UNSETTLED, "LIKELY", "PROVEN")::indexOf);

    /** Nothing if its threads don't come to wait. */
    static Optional<Play> of(Program program) throws Exception {
        Moment moment = new Moment();
        List<Thread> threads = program.begin(moment);
        return ThreadLook.ofWaiting(threads, LIMIT).map(looks -> new Play(moment, threads, looks));
    }

    /** The lightest verdict on its threads, asked for again while something hides for a moment who could wake them. */
    String settledVerdict() {
        String verdict = verdicts().get(0);
        for (int asked = 1; asked < MOST_QUESTIONS && verdict.equals(HeapVerdicts.UNSETTLED); asked++) {
            verdict = verdicts().get(0);
        }
        return verdict;
    }

    /** The verdicts on its threads, the lightest first. */
    List<String> verdicts() {
        return HeapVerdicts.of(threads).values().stream().sorted(BY_WEIGHT).toList();
    }

    boolean isWoken() throws InterruptedException {
        for (int i = 0; i < threads.size(); i++) {
            if (!looks.get(i).isLeftBy(threads.get(i), LIMIT)) {
                return false;
            }
        }
        return true;
    }
}
