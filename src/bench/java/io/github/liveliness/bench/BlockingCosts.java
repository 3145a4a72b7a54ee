package io.github.liveliness.bench;

import io.github.liveliness.testing.ForkedJvm;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What hooks around calls that may block add to such calls where nothing is found, in time and in allocated bytes: on a thread
 * that works for no pool, and inside a task. Beside them a JVM without any agent, twice, and one with BlockHound's. All take turns.
 *
 * <p>Reads two environment variables: {@code BLOCKING_TURNS}, 10 if it is not set, and {@code BLOCKING_CALLS}, a regular
 * expression of the names of calls. Each turn of all takes a minute.
 */
public final class BlockingCosts {
    static final String RESULT = "result: ";

    private static final int TURNS = Integer.parseInt(System.getenv().getOrDefault("BLOCKING_TURNS", "10"));
    private static final String PLAIN = "without an agent";

    private final Map<String, ForkedJvm> jvms = new LinkedHashMap<>();
    private final Map<String, Map<String, List<Double>>> nanos = new LinkedHashMap<>();
    private final Map<String, Map<String, List<Double>>> bytes = new LinkedHashMap<>();

    private BlockingCosts() {}

    /** Runs all and prints a line for each call and JVM. */
    public static void main(String[] arguments) {
        BlockingCosts costs = new BlockingCosts();
        ForkedJvm jvm = ForkedJvm.of(BlockingCostsProgram.class);
        costs.jvms.put(PLAIN, jvm.jvmArguments("-Dmode=plain"));
        costs.jvms.put("again", jvm.jvmArguments("-Dmode=plain"));
        costs.jvms.put("hooks, no task", jvm.jvmArguments("-Dmode=hooks"));
        costs.jvms.put("hooks, inside a task", jvm.jvmArguments("-Dmode=task"));
        costs.jvms.put(
                "BlockHound",
                jvm.jvmArguments(
                        "-Dmode=plain",
                        "-javaagent:" + StartUp.jarOnClassPath("blockhound"),
                        "-XX:+AllowRedefinitionToAddDeleteMethods"));
        for (int turn = 0; turn < TURNS; turn++) {
            costs.jvms.forEach(costs::run);
        }
        costs.print();
    }

    private void run(String name, ForkedJvm jvm) {
        ForkedJvm.Outcome outcome = jvm.run();
        if (outcome.exitCode() != 0) {
            throw new IllegalStateException(outcome.out() + outcome.err());
        }
        outcome.lines().stream()
                .filter(line -> line.startsWith(RESULT))
                .map(line -> line.substring(RESULT.length()).split(" "))
                .forEach(words -> {
                    add(nanos, words[0], name, words[1]);
                    add(bytes, words[0], name, words[2]);
                });
    }

    private static void add(Map<String, Map<String, List<Double>>> figures, String call, String jvm, String figure) {
        figures.computeIfAbsent(call, any -> new LinkedHashMap<>())
                .computeIfAbsent(jvm, any -> new ArrayList<>())
                .add(Double.valueOf(figure));
    }

    private void print() {
        System.out.printf(Locale.ROOT, "JDK %s, %d turns, nanoseconds and bytes a call%n", Runtime.version(), TURNS);
        nanos.forEach((call, byJvm) -> byJvm.forEach((name, all) -> {
            Spread ratio = Spread.ofRatios(figures(all), figures(byJvm.getOrDefault(PLAIN, all)));
            System.out.printf(
                    Locale.ROOT,
                    "%-16s %-22s %9.1f   %.3f of it without (%.3f to %.3f)   %8.3f bytes%n",
                    call,
                    name,
                    Spread.of(figures(all)).median(),
                    ratio.median(),
                    ratio.tenth(),
                    ratio.ninetieth(),
                    Spread.of(figures(bytes.get(call).get(name))).median());
        }));
    }

    private static double[] figures(List<Double> all) {
        return all.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
