package io.github.liveliness.bench;

import io.github.liveliness.agent.AgentMode;
import io.github.liveliness.agent.Attachment;
import io.github.liveliness.explore.Budget;
import io.github.liveliness.explore.ControlledProgram;
import io.github.liveliness.explore.Exploration;
import io.github.liveliness.explore.Explorer;
import io.github.liveliness.explore.Plan;
import io.github.liveliness.explore.Shard;
import io.github.liveliness.explore.Strategy;
import io.github.liveliness.explore.programs.StallingPrograms;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;

/** Explores programs that stall, in a JVM of its own, and prints what each strategy took. */
final class StrategiesProgram {
    private static final int SEEDS = 20;
    private static final long MOST_SCHEDULES = 300;
    private static final Budget BUDGET = new Budget(MOST_SCHEDULES, Duration.ofMinutes(1));

    private static final Pattern WANTED = Pattern.compile(System.getenv().getOrDefault("STRATEGIES_PROGRAMS", ".*"));

    private interface Body {
        void run() throws Exception;
    }

    private StrategiesProgram() {}

    public static void main(String[] arguments) {
        Attachment.ensure(AgentMode.REQUIRED, line -> {});
        Comparison.run();
    }

    /** Apart, so that nothing of it is loaded before the agent has come. */
    private static final class Comparison {
        private static long replays;
        private static long replayed;

        private static void run() {
            System.out.printf(
                    "JDK %s, schedules until the first stall: median and largest of %d seeds%n",
                    Runtime.version(), SEEDS);
            Map<String, Body> programs = new LinkedHashMap<>();
            programs.put("two locks", StallingPrograms::twoLocks);
            programs.put("starvation of 2", StallingPrograms::starvation);
            programs.put("starvation of 4", StallingPrograms::starvationOfFour);
            programs.put("bounded queue", StallingPrograms::boundedQueue);
            programs.put("completable futures", StallingPrograms::saturatedForkJoinPool);
            programs.put("join on one thread", StallingPrograms::joinOnOneThread);
            programs.put("lost wake-up", StallingPrograms::lostWakeUp);
            programs.put("lost signal", StallingPrograms::lostSignal);
            programs.keySet().removeIf(name -> !WANTED.matcher(name).matches());
            programs.forEach((name, body) -> compare(name, callable(body)));
            System.out.printf("%d of %d replays stalled again%n", replayed, replays);
        }

        private static Callable<Boolean> callable(Body body) {
            return () -> {
                body.run();
                return true;
            };
        }

        private static void compare(String name, Callable<Boolean> body) {
            StringBuilder line = new StringBuilder(String.format(Locale.ROOT, "%-20s", name));
            try (ControlledProgram program = ControlledProgram.of(body)) {
                for (Strategy strategy : Strategy.values()) {
                    long[] schedules = new long[strategy == Strategy.EXHAUSTIVE ? 1 : SEEDS];
                    for (int seed = 0; seed < schedules.length; seed++) {
                        schedules[seed] = schedulesUntilAStall(program, strategy, seed);
                    }
                    Arrays.sort(schedules);
                    line.append(String.format(
                            Locale.ROOT,
                            "  %s %d, %d",
                            strategy.name().toLowerCase(Locale.ROOT),
                            schedules[schedules.length / 2],
                            schedules[schedules.length - 1]));
                }
            }
            System.out.println(line);
        }

        /** One more than there may be, if none was found. */
        private static long schedulesUntilAStall(ControlledProgram program, Strategy strategy, long seed) {
            Exploration exploration = new Explorer(program, System::nanoTime, ran -> {})
                    .explore(new Plan(strategy, seed, Shard.WHOLE, BUDGET));
            if (exploration instanceof Exploration.Found found) {
                replays += found.replays().of();
                replayed += found.replays().same();
                return found.number() + 1;
            }
            if (exploration instanceof Exploration.NotControlled refused) {
                throw new IllegalStateException(refused.why());
            }
            return MOST_SCHEDULES + 1;
        }
    }
}
