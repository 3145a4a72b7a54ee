package io.github.liveliness.reach.programs;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The verdict on each of some threads of this JVM. */
final class HeapVerdicts {

    private HeapVerdicts() {}

    static Map<Thread, String> of(List<Thread> threads) {
        Map<Thread, String> verdicts = new HashMap<>();
        threads.forEach(thread -> verdicts.put(thread, "SUSPECTED"));
        return verdicts;
    }
}
