package io.github.liveliness.pressure;

import java.util.stream.IntStream;

/** How often each test of this package runs: once, unless {@code -Dpressure.runs} or the profile says more. */
final class Runs {
    private static final int WANTED = Integer.getInteger("pressure.runs", 1);

    /** A JVM of one's own costs as much as so many runs in this one. */
    private static final int COST_OF_A_JVM = 10;

    private Runs() {}

    static IntStream here() {
        return IntStream.rangeClosed(1, WANTED);
    }

    static IntStream inJvmsOfTheirOwn() {
        return IntStream.rangeClosed(1, Math.max(1, WANTED / COST_OF_A_JVM));
    }
}
