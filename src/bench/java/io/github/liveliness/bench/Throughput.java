package io.github.liveliness.bench;

import io.github.liveliness.testing.ForkedJvm;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Scanner;
import java.util.function.ToDoubleFunction;

/**
 * What a watched executor costs: wall time, processor time of the whole JVM, and bytes for each task, inside an annotated test
 * class beside the same in one that is not, and beside another run of the latter. Each is a JVM of its own, and they take
 * turns.
 *
 * <p>Reads two environment variables: {@code THROUGHPUT_PAIRS}, how often they do, 30 times if it is not set; and {@code
 * THROUGHPUT_WORKLOADS}, a regular expression of the names of workloads. Each turn of all takes 40 seconds.
 */
public final class Throughput {
    static final String RESULT = "result: ";

    private static final int PAIRS = Integer.parseInt(System.getenv().getOrDefault("THROUGHPUT_PAIRS", "30"));

    private record Cost(double wall, double processor, double bytes) {}

    private final Map<Workload, List<Cost>> plain = new EnumMap<>(Workload.class);
    private final Map<Workload, List<Cost>> watched = new EnumMap<>(Workload.class);
    private final Map<Workload, List<Cost>> again = new EnumMap<>(Workload.class);

    private Throughput() {}

    /** Runs all and prints a line for each workload and figure. */
    public static void main(String[] arguments) {
        Throughput throughput = new Throughput();
        for (int pair = 0; pair < PAIRS; pair++) {
            run(ThroughputTests.Plain.class, throughput.plain);
            run(ThroughputTests.Watched.class, throughput.watched);
            run(ThroughputTests.Plain.class, throughput.again);
        }
        throughput.print();
    }

    private static void run(Class<?> fixture, Map<Workload, List<Cost>> costs) {
        ForkedJvm.Outcome outcome =
                ForkedJvm.of(BareSuite.class).within(Duration.ofMinutes(5)).run(fixture.getName());
        List<String> results =
                outcome.lines().stream().filter(line -> line.startsWith(RESULT)).toList();
        if (results.size() != Workload.wanted().size()) {
            throw new IllegalStateException(outcome.out() + outcome.err());
        }
        for (String result : results) {
            Scanner words = new Scanner(result.substring(RESULT.length())).useLocale(Locale.ROOT);
            costs.computeIfAbsent(Workload.valueOf(words.next()), any -> new ArrayList<>())
                    .add(new Cost(words.nextDouble(), words.nextDouble(), words.nextDouble()));
        }
    }

    private void print() {
        System.out.printf(Locale.ROOT, "JDK %s, %d pairs, medians%n", Runtime.version(), PAIRS);
        for (Workload workload : Workload.wanted()) {
            print(workload, "wall ns", Cost::wall);
            print(workload, "processor ns", Cost::processor);
            print(workload, "bytes", Cost::bytes);
        }
    }

    private void print(Workload workload, String what, ToDoubleFunction<Cost> figure) {
        double[] without = figures(plain, workload, figure);
        double[] with = figures(watched, workload, figure);
        double[] twice = figures(again, workload, figure);
        Spread ratio = Spread.ofRatios(without, with);
        Spread same = Spread.ofRatios(without, twice);
        System.out.printf(
                Locale.ROOT,
                "%-34s %-13s without %8.1f  with %8.1f  without/with %.3f   A/A %.3f (%.3f to %.3f)%n",
                workload.title,
                what,
                Spread.of(without).median(),
                Spread.of(with).median(),
                ratio.median(),
                same.median(),
                same.tenth(),
                same.ninetieth());
    }

    private static double[] figures(Map<Workload, List<Cost>> costs, Workload workload, ToDoubleFunction<Cost> figure) {
        return costs.get(workload).stream().mapToDouble(figure).toArray();
    }
}
