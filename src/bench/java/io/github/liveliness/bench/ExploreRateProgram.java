package io.github.liveliness.bench;

import io.github.liveliness.agent.AgentMode;
import io.github.liveliness.agent.Attachment;
import io.github.liveliness.agent.boot.Choice;
import io.github.liveliness.agent.boot.Decider;
import io.github.liveliness.explore.ControlledProgram;
import io.github.liveliness.explore.Ending.Passed;
import io.github.liveliness.explore.Run;
import io.github.liveliness.explore.programs.CorrectPrograms;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

/** For {@link ExploreRate}: rounds without control and with it, in turns. */
public final class ExploreRateProgram {

    static final String RESULT = "rate: ";

    private static final int WARM_UP = 3;
    private static final int ROUNDS = 12;
    private static final long ROUND = TimeUnit.SECONDS.toNanos(1);

    private ExploreRateProgram() {}

    /** Prints the medians. */
    public static void main(String[] arguments) throws Exception {
        // Before anything refers to a class that belongs to the agent.
        Attachment.ensure(AgentMode.REQUIRED, line -> {});
        Rates.measure();
    }

    private static final class Rates {

        static void measure() throws Exception {
            Callable<Void> nested = () -> {
                CorrectPrograms.nestedSubmit();
                return null;
            };
            Callable<Void> hourly = () -> {
                CorrectPrograms.hourlyTask();
                return null;
            };
            List<Double> plain = new ArrayList<>();
            List<Double> controlled = new ArrayList<>();
            List<Double> ratios = new ArrayList<>();
            List<Double> periodic = new ArrayList<>();
            try (ControlledProgram nestedProgram = ControlledProgram.of(nested);
                    ControlledProgram hourlyProgram = ControlledProgram.of(hourly)) {
                Chance chance = new Chance();
                for (int round = 0; round < WARM_UP + ROUNDS; round++) {
                    double withoutControl = rate(nested);
                    double withControl = rate(() -> explore(nestedProgram, chance));
                    double ofPeriods = rate(() -> explore(hourlyProgram, chance));
                    if (round >= WARM_UP) {
                        plain.add(withoutControl);
                        controlled.add(withControl);
                        ratios.add(withControl / withoutControl);
                        periodic.add(ofPeriods);
                    }
                }
            }
            print("runs a second, nested submits, without control", plain);
            print("schedules a second, nested submits, controlled", controlled);
            print("the latter by the former, round by round", ratios);
            print("schedules a second, periodic task of an hour, three ticks", periodic);
        }

        private static Run explore(ControlledProgram program, Decider decider) {
            Run run = program.run(decider);
            if (!(run.ending() instanceof Passed)) {
                throw new IllegalStateException(run.toString());
            }
            return run;
        }

        private static double rate(Callable<?> once) throws Exception {
            long begin = System.nanoTime();
            int times = 0;
            while (System.nanoTime() - begin < ROUND) {
                once.call();
                times++;
            }
            return times * 1e9 / (System.nanoTime() - begin);
        }

        private static void print(String what, List<Double> figures) {
            List<Double> sorted = figures.stream().sorted().toList();
            System.out.printf(
                    Locale.ROOT,
                    RESULT + "%s: median %.2f, from %.2f to %.2f%n",
                    what,
                    sorted.get(sorted.size() / 2),
                    sorted.get(0),
                    sorted.get(sorted.size() - 1));
        }
    }

    /** Chooses by chance. */
    private static final class Chance implements Decider {

        private long state = 1;

        @Override
        public int choose(Choice choice) {
            state ^= state << 13;
            state ^= state >>> 7;
            state ^= state << 17;
            return (int) Long.remainderUnsigned(state, choice.count());
        }
    }
}
