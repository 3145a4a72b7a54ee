package io.github.liveliness.bench;

import io.github.liveliness.testing.ForkedJvm;
import java.time.Duration;
import java.util.Locale;

/**
 * What the watcher takes of one processor while a test waits among executors that have nothing to do: of its own thread, and of
 * the whole JVM beside the same test without it.
 */
public final class IdleExecutors {
    private static final int[] COUNTS = {0, 1_000, 10_000};

    private IdleExecutors() {}

    /** Runs all in JVMs of their own and prints what they print. */
    public static void main(String[] arguments) {
        System.out.printf(Locale.ROOT, "JDK %s%n", Runtime.version());
        for (int count : COUNTS) {
            run(count, IdleExecutorsTests.Plain.class);
            run(count, IdleExecutorsTests.Watched.class);
        }
    }

    private static void run(int count, Class<?> fixture) {
        ForkedJvm.Outcome outcome = ForkedJvm.of(BareSuite.class)
                .jvmArguments("-D" + IdleExecutorsTests.COUNT + "=" + count)
                .within(Duration.ofMinutes(5))
                .run(fixture.getName());
        String result = outcome.lines().stream()
                .filter(line -> line.startsWith(IdleExecutorsTests.RESULT))
                .map(line -> line.substring(IdleExecutorsTests.RESULT.length()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(outcome.out() + outcome.err()));
        System.out.printf(Locale.ROOT, "%6d executors, %-8s %s%n", count, fixture.getSimpleName(), result);
    }
}
