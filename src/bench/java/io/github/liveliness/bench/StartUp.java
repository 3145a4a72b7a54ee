package io.github.liveliness.bench;

import io.github.liveliness.DetectStalls;
import io.github.liveliness.agent.Attachment;
import io.github.liveliness.testing.ForkedJvm;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;

/**
 * What Liveliness adds to the wall time of a JVM: its agent on the command line, without and with hooks around calls that may
 * block, beside BlockHound's agent, before a main method that does nothing; and the first annotated class with an agent that
 * attaches itself, beside the first mock of Mockito's, in a run of one test. All take turns.
 *
 * <p>Wants the jar that {@code mvn package} makes. Reads an environment variable: {@code START_UP_TURNS}, 30 if it is not set.
 * Each turn takes some 12 seconds.
 */
public final class StartUp {
    private static final int TURNS = Integer.parseInt(System.getenv().getOrDefault("START_UP_TURNS", "30"));

    private record Run(ForkedJvm jvm, List<String> arguments) {
        double millis() {
            long start = System.nanoTime();
            ForkedJvm.Outcome outcome = jvm.run(arguments.toArray(String[]::new));
            double millis = (System.nanoTime() - start) / 1e6;
            if (outcome.exitCode() != 0 || outcome.out().contains("1 failed")) {
                throw new IllegalStateException(outcome.out() + outcome.err());
            }
            return millis;
        }
    }

    private final Map<String, Run> runs = new LinkedHashMap<>();
    private final Map<String, List<Double>> millis = new LinkedHashMap<>();

    private StartUp() {}

    /** Runs all and prints what each adds to the run without it. */
    public static void main(String[] arguments) throws Exception {
        StartUp startUp = new StartUp();
        ForkedJvm empty = ForkedJvm.of(Empty.class);
        startUp.add("empty main", empty);
        startUp.add("again", empty);
        startUp.add("Liveliness's -javaagent", empty.jvmArguments("-javaagent:" + ownJar()));
        startUp.add(
                "BlockHound's -javaagent",
                empty.jvmArguments(
                        "-javaagent:" + jarOnClassPath("blockhound"), "-XX:+AllowRedefinitionToAddDeleteMethods"));
        startUp.add("Liveliness's, and all hooks", ForkedJvm.of(Hooked.class).jvmArguments("-javaagent:" + ownJar()));
        ForkedJvm suite = ForkedJvm.of(BareSuite.class);
        startUp.add("one test", suite, Plain.class);
        startUp.add("again, one test", suite, Plain.class);
        startUp.add("@DetectStalls, self-attached", suite, Watched.class);
        startUp.add("the same, blocking = OFF", suite, WatchedStallsOnly.class);
        startUp.add("Mockito, self-attached", suite, Mocking.class);
        for (int turn = 0; turn < TURNS; turn++) {
            startUp.runs.forEach((name, run) -> startUp.millis
                    .computeIfAbsent(name, any -> new ArrayList<>())
                    .add(run.millis()));
        }
        startUp.print();
    }

    private void add(String name, ForkedJvm jvm, Class<?>... fixtures) {
        runs.put(name, new Run(jvm, Stream.of(fixtures).map(Class::getName).toList()));
    }

    private void print() {
        System.out.printf(Locale.ROOT, "JDK %s, %d turns, milliseconds of wall time%n", Runtime.version(), TURNS);
        String yardstick = "";
        for (String name : runs.keySet()) {
            if (name.equals("empty main") || name.equals("one test")) {
                yardstick = name;
                System.out.printf(
                        Locale.ROOT, "%-30s %7.0f%n", name, Spread.of(all(name)).median());
            } else {
                Spread added = Spread.ofDifferences(all(name), all(yardstick));
                System.out.printf(
                        Locale.ROOT,
                        "%-30s %+7.0f   (%+.0f to %+.0f)%n",
                        name,
                        added.median(),
                        added.tenth(),
                        added.ninetieth());
            }
        }
    }

    private double[] all(String name) {
        return millis.get(name).stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static Path ownJar() throws Exception {
        Path target = Path.of("target");
        try (Stream<Path> files = Files.list(target)) {
            Optional<Path> jar = files.filter(
                            file -> file.getFileName().toString().matches("liveliness-junit-.*\\.jar"))
                    .findFirst();
            return jar.orElseThrow(() -> new IllegalStateException(
                    "There is no jar in " + target.toAbsolutePath() + ". Run mvn package first."));
        }
    }

    static String jarOnClassPath(String name) {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .filter(entry -> Path.of(entry).getFileName().toString().startsWith(name + "-"))
                .findFirst()
                .orElseThrow();
    }

    static final class Empty {
        private Empty() {}

        public static void main(String[] arguments) {}
    }

    static final class Hooked {
        private Hooked() {}

        public static void main(String[] arguments) {
            Attachment.hookBlockingCalls();
        }
    }

    static class Plain {
        @Test
        void passes() {}
    }

    @DetectStalls
    static class Watched {
        @Test
        void passes() {}
    }

    @DetectStalls(blocking = DetectStalls.Blocking.OFF)
    static class WatchedStallsOnly {
        @Test
        void passes() {}
    }

    static class Mocking {
        @Test
        void mocks() {
            Mockito.mock(Runnable.class).run();
        }
    }
}
