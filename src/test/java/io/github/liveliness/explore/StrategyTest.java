package io.github.liveliness.explore;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class StrategyTest {
    private static final int SCHEDULES = 3000;

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "EXHAUSTIVE")
    void theSameSeedAndNumberMakeTheSameSchedule(Strategy strategy) {
        for (long number = 0; number < 50; number++) {
            Decisions one = ModelMachine.starvation(3)
                    .run(Deciders.of(strategy, 7, number))
                    .decisions();
            Decisions other = ModelMachine.starvation(3)
                    .run(Deciders.of(strategy, 7, number))
                    .decisions();
            assertThat(one).isEqualTo(other);
        }
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "EXHAUSTIVE")
    void anotherSeedMakesOtherSchedules(Strategy strategy) {
        assertThat(schedules(strategy, 1, 20)).isNotEqualTo(schedules(strategy, 2, 20));
    }

    /** Two threads of three steps: 20 orders, of which some differ only where one thread is left. */
    @ParameterizedTest
    @EnumSource(
            mode = Mode.EXCLUDE,
            names = {"EXHAUSTIVE", "PCT"})
    void everyScheduleHasAChance(Strategy strategy) {
        Set<Decisions> all = new HashSet<>();
        BruteForce.runs(ModelMachine.strangers(3, 3)).forEach(run -> all.add(run.decisions()));

        Set<Decisions> seen = new HashSet<>();
        for (long number = 0; number < SCHEDULES; number++) {
            seen.add(ModelMachine.strangers(3, 3)
                    .run(Deciders.of(strategy, 3, number))
                    .decisions());
        }

        assertThat(seen).isEqualTo(all);
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "EXHAUSTIVE")
    void scheduleZeroStopsNobody(Strategy strategy) {
        Decisions decisions =
                ModelMachine.twoLocks().run(Deciders.of(strategy, 5, 0)).decisions();

        assertThat(Schedule.of(decisions).switches()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "EXHAUSTIVE")
    void nobodySpinsForEver(Strategy strategy) {
        // A run of the machine ends long before priorities give way to chance.
        assertThat(LongStream.range(1, 200)
                        .mapToObj(number -> ModelMachine.spinning(true)
                                .run(Deciders.of(strategy, 5, number))
                                .ending())
                        .filter(Ending.Passed.class::isInstance))
                .hasSizeGreaterThan(50);
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "EXHAUSTIVE")
    void choosingAllocatesNothing(Strategy strategy) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        FixedChoice choice = new FixedChoice(5);
        var decider = Deciders.of(strategy, 11, 4);
        int sum = 0;
        for (int i = 0; i < 20_000; i++) {
            sum += decider.choose(choice);
        }

        long before = threads.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < 20_000; i++) {
            sum += decider.choose(choice);
        }
        long allocated = threads.getCurrentThreadAllocatedBytes() - before;

        // Whoever counts may allocate a little as well.
        assertThat(allocated).as("sum %s", sum).isLessThan(2_000);
    }

    @Test
    void aStallIsFoundSoonerWhereItIsLookedFor() {
        assertThat(firstFailure(Strategy.STALL_DIRECTED, 4)).isLessThanOrEqualTo(firstFailure(Strategy.PCT, 4));
    }

    private static long firstFailure(Strategy strategy, int workers) {
        long[] firsts = LongStream.range(0, 20)
                .map(seed -> LongStream.range(0, 5000)
                        .filter(number -> !(ModelMachine.starvation(workers)
                                        .run(Deciders.of(strategy, seed, number))
                                        .ending()
                                instanceof Ending.Passed))
                        .findFirst()
                        .orElse(5000))
                .sorted()
                .toArray();
        return firsts[firsts.length / 2];
    }

    private static String schedules(Strategy strategy, long seed, int count) {
        StringBuilder all = new StringBuilder();
        for (long number = 1; number < count; number++) {
            all.append(Arrays.asList(ModelMachine.starvation(3)
                    .run(Deciders.of(strategy, seed, number))
                    .decisions()));
        }
        return all.toString();
    }
}
