package io.github.liveliness.reach.programs;

import io.github.liveliness.proof.HeapAttempt;
import io.github.liveliness.proof.HeapProof;
import io.github.liveliness.reach.Wake;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The verdict on each of some threads of this JVM. */
final class HeapVerdicts {
    private static final HeapProof PROOF = HeapProof.open(System::nanoTime);
    /** Somebody was at something, such as loading a class, that hides for a moment what he holds. */
    static final String UNSETTLED = "UNSETTLED";

    private static final long LARGEST_HEAP = 256L << 20;

    private HeapVerdicts() {}

    static Map<Thread, String> of(List<Thread> threads) {
        HeapAttempt attempt = PROOF.attempt(threads, List.of(), LARGEST_HEAP);
        if (!(attempt instanceof HeapAttempt.Made made)) {
            throw new IllegalStateException(attempt.toString());
        }
        Map<Thread, String> verdicts = new HashMap<>();
        for (int index = 0; index < threads.size(); index++) {
            verdicts.put(threads.get(index), verdict(made.wakes().get(index)));
        }
        return verdicts;
    }

    private static String verdict(Wake wake) {
        if (wake instanceof Wake.Nobody) {
            return "PROVEN";
        }
        if (wake instanceof Wake.Unseen unseen) {
            return unseen.passing() ? UNSETTLED : "LIKELY";
        }
        return "SUSPECTED";
    }
}
