package io.github.liveliness.explore;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ExhaustiveSchedulesTest {

    static Stream<ModelMachine> machines() {
        return Stream.of(
                ModelMachine.strangers(3, 3),
                ModelMachine.strangers(2, 2, 2),
                ModelMachine.twoLocks(),
                ModelMachine.lostUpdate(),
                ModelMachine.starvation(2));
    }

    @ParameterizedTest
    @MethodSource("machines")
    void eachScheduleIsRunOnceAndNoneIsLeftOut(ModelMachine machine) {
        List<Decisions> all = decisions(BruteForce.runs(machine));

        List<Run> run = runs(machine, Shard.WHOLE, Long.MAX_VALUE);

        assertThat(decisions(run)).containsExactlyInAnyOrderElementsOf(all);
    }

    @ParameterizedTest
    @MethodSource("machines")
    void fewPreemptionsComeFirst(ModelMachine machine) {
        Map<Integer, Long> all = BruteForce.runs(machine).stream()
                .collect(Collectors.groupingBy(BruteForce::preemptions, Collectors.counting()));

        List<Run> run = runs(machine, Shard.WHOLE, Long.MAX_VALUE);

        assertThat(run.stream().map(BruteForce::preemptions)).isSorted();
        assertThat(run.stream().collect(Collectors.groupingBy(BruteForce::preemptions, Collectors.counting())))
                .isEqualTo(all);
    }

    @ParameterizedTest
    @MethodSource("machines")
    void shardsLeaveNoGapAndDoNotOverlap(ModelMachine machine) {
        List<Decisions> all = decisions(BruteForce.runs(machine));

        for (int of : new int[] {2, 3, 8}) {
            List<Decisions> union = IntStream.rangeClosed(1, of)
                    .boxed()
                    .flatMap(number -> decisions(runs(machine, new Shard(number, of), Long.MAX_VALUE)).stream())
                    .toList();
            assertThat(union).as("of %s shards", of).containsExactlyInAnyOrderElementsOf(all);
        }
    }

    @ParameterizedTest
    @MethodSource("machines")
    void whatIsCoveredIsKnownAtEachMoment(ModelMachine machine) {
        Schedules schedules = schedules(machine, Shard.WHOLE, Long.MAX_VALUE);
        List<Run> before = new ArrayList<>();
        Optional<Scheduled> next = schedules.next();
        while (next.isPresent()) {
            Run run = machine.run(next.get().decider());
            if (schedules.covered() instanceof Coverage.UpTo upTo) {
                assertThat(BruteForce.preemptions(run)).isEqualTo(upTo.preemptions() + 1);
            }
            before.add(run);
            schedules.ran(run);
            next = schedules.next();
        }

        assertThat(before).isNotEmpty();
        assertThat(schedules.covered()).isInstanceOf(Coverage.Everything.class);
    }

    @ParameterizedTest
    @MethodSource("machines")
    void aBudgetIsKept(ModelMachine machine) {
        assertThat(runs(machine, Shard.WHOLE, 5)).hasSize(5);
        assertThat(runs(machine, new Shard(2, 2), 5)).hasSizeLessThanOrEqualTo(2);
    }

    private static Schedules schedules(ModelMachine machine, Shard shard, long limit) {
        Run undisturbed = machine.run(ScheduledDecider.undisturbed());
        return Schedules.of(Strategy.EXHAUSTIVE, 0, shard, limit, undisturbed);
    }

    private static List<Run> runs(ModelMachine machine, Shard shard, long limit) {
        Schedules schedules = schedules(machine, shard, limit);
        List<Run> runs = new ArrayList<>();
        Optional<Scheduled> next = schedules.next();
        while (next.isPresent()) {
            Run run = machine.run(next.get().decider());
            runs.add(run);
            schedules.ran(run);
            next = schedules.next();
        }
        return runs;
    }

    private static List<Decisions> decisions(List<Run> runs) {
        return runs.stream().map(Run::decisions).toList();
    }
}
