package io.github.liveliness.pressure;

import io.github.liveliness.DetectStalls;
import io.github.liveliness.StallError;
import io.github.liveliness.testing.LateSignals;
import io.github.liveliness.testing.Launched;
import io.github.liveliness.testing.Pools;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.ExecutorService;
import org.junit.jupiter.api.Test;

/** Runs the tests of fixtures, all at a time, in a JVM of its own, and prints what became of each. */
final class PressedProgram {
    private static final int AT_A_TIME = 12;

    /** Shorter than that of the JVM, whose end tells less. */
    private static final Duration LIMIT = Pressures.LIMIT.minusMinutes(1);

    private PressedProgram() {}

    public static void main(String[] names) throws ClassNotFoundException {
        runUnder(() -> {}, names);
    }

    /** Begins with the pressure once all is loaded that a close look needs. */
    static void runUnder(Runnable pressure, String... names) throws ClassNotFoundException {
        Launched.run(First.class);
        Pools.daemon(pressure, "pressure").start();
        run(names);
        // What keeps up the pressure need not end.
        System.exit(0);
    }

    @DetectStalls
    static class First {
        @Test
        void standsStillForAMoment() throws Exception {
            ExecutorService pool = Pools.fixed("first", 1);
            pool.execute(() -> LateSignals.sleep(Duration.ofMillis(800)));
            pool.submit(() -> 1).get();
        }
    }

    private static void run(String... names) throws ClassNotFoundException {
        Class<?>[] fixtures = new Class<?>[names.length];
        for (int i = 0; i < names.length; i++) {
            fixtures[i] = Class.forName(names[i]);
        }
        Launched tests = Launched.inParallel(AT_A_TIME).within(LIMIT).run(fixtures);
        tests.passed().forEach(name -> System.out.println("passed " + name));
        tests.failed().forEach(name -> System.out.println("failed " + name + " " + words(tests.failureOf(name))));
    }

    private static String words(Throwable failure) {
        if (failure instanceof StallError error) {
            return error.stall().verdict() + " " + error.stall().executors();
        }
        return failure + " " + Arrays.toString(failure.getStackTrace());
    }
}
