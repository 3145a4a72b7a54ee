package io.github.liveliness.explore;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.liveliness.agent.boot.PointKind;
import io.github.liveliness.explore.Exploration.Found;
import io.github.liveliness.explore.Exploration.NotControlled;
import io.github.liveliness.explore.Exploration.NothingFound;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class ExplorerTest {
    private static final Duration LONG = Duration.ofDays(1);

    @ParameterizedTest
    @EnumSource
    void twoLocksTakenInOppositeOrderAreFound(Strategy strategy) {
        Found found = found(ModelMachine.twoLocks(), strategy, 1000);

        assertThat(found.run().ending()).isInstanceOf(Ending.Stalled.class);
        assertThat(found.schedule().switches()).hasSize(1);
        assertThat(found.replays().areAll()).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void aLostWakeUpIsFound(Strategy strategy) {
        Found found = found(ModelMachine.lostWakeUp(), strategy, 5000);

        assertThat(found.run().ending()).isInstanceOf(Ending.Stalled.class);
        assertThat(found.schedule().switches()).hasSizeLessThanOrEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource
    void aPoolThatStarvesIsFound(Strategy strategy) {
        Found found = found(ModelMachine.starvation(2), strategy, 1000);

        assertThat(found.run().ending()).isInstanceOf(Ending.Stalled.class);
    }

    @ParameterizedTest
    @EnumSource
    void aFailedCheckIsFound(Strategy strategy) {
        Found found = found(ModelMachine.lostUpdate(), strategy, 1000);

        assertThat(found.run().ending())
                .isInstanceOfSatisfying(
                        Ending.Failed.class,
                        failed -> assertThat(failed.failure()).hasMessage("an update was lost"));
        assertThat(found.schedule().switches()).hasSize(1);
    }

    @Test
    void aFailureIsMinimisedAndReplayedForNoLongerThanItMayBeLookedFor() {
        Duration within = Duration.ofSeconds(10);
        ModelMachine machine = ModelMachine.lostWakeUp();
        AtomicLong clock = new AtomicLong();
        AtomicLong runsOfTheFailure = new AtomicLong(-1);
        Program slow = decider -> {
            Run run = machine.run(decider);
            if (runsOfTheFailure.get() >= 0 || !(run.ending() instanceof Ending.Passed)) {
                runsOfTheFailure.incrementAndGet();
                clock.addAndGet(within.toNanos());
            }
            return run;
        };

        Found found = (Found) new Explorer(slow, clock::get, done -> {})
                .explore(new Plan(Strategy.RANDOM, 42, Shard.WHOLE, new Budget(5000, within)));

        assertThat(runsOfTheFailure).hasValue(2);
        assertThat(found.replays()).isEqualTo(new Replays(1, 1, Optional.empty()));
        assertThat(found.replays().wereCut()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "EXHAUSTIVE")
    void theLowestFailingNumberIsTheSameForAnyNumberOfShards(Strategy strategy) {
        long alone = found(ModelMachine.lostWakeUp(), strategy, 5000).number();

        for (int of : new int[] {2, 3, 8}) {
            long lowest = IntStream.rangeClosed(1, of)
                    .mapToObj(number -> explore(
                            ModelMachine.lostWakeUp(),
                            new Plan(strategy, 42, new Shard(number, of), new Budget(5000, LONG))))
                    .filter(Found.class::isInstance)
                    .mapToLong(found -> ((Found) found).number())
                    .min()
                    .orElseThrow();
            assertThat(lowest).as("of %s shards", of).isEqualTo(alone);
        }
    }

    @Test
    void aProgramWithoutFaultIsExploredToTheEnd() {
        NothingFound nothing =
                (NothingFound) explore(ModelMachine.strangers(3, 3), plan(Strategy.EXHAUSTIVE, 1_000_000));

        assertThat(nothing.schedules())
                .isEqualTo(BruteForce.runs(ModelMachine.strangers(3, 3)).size());
        assertThat(nothing.covered()).isEqualTo(new Coverage.Everything());
    }

    @Test
    void whatABudgetCoversIsSaid() {
        NothingFound nothing = (NothingFound) explore(ModelMachine.strangers(20, 20), plan(Strategy.EXHAUSTIVE, 200));

        assertThat(nothing.schedules()).isEqualTo(200);
        assertThat(nothing.covered()).isEqualTo(new Coverage.UpTo(1));
    }

    @Test
    void theTimeIsKept() {
        AtomicLong now = new AtomicLong();
        ModelMachine machine = ModelMachine.strangers(3, 3);
        Program slow = decider -> {
            now.addAndGet(Duration.ofSeconds(1).toNanos());
            return machine.run(decider);
        };

        Exploration explored = new Explorer(slow, now::get, done -> {})
                .explore(new Plan(Strategy.RANDOM, 1, Shard.WHOLE, new Budget(1000, Duration.ofSeconds(10))));

        assertThat(explored.schedules()).isEqualTo(8);
    }

    @Test
    void progressIsToldAfterEachSchedule() {
        List<Long> told = new ArrayList<>();

        new Explorer(ModelMachine.strangers(2, 2), () -> 0, told::add).explore(plan(Strategy.RANDOM, 4));

        assertThat(told).containsExactly(1L, 2L, 3L, 4L);
    }

    @Test
    void whoAlwaysFailsNeedsNoSwitch() {
        ModelMachine machine = ModelMachine.of(
                1,
                List.of(ModelMachine.step(PointKind.CONTINUE, 0, state -> {
                    throw new ModelMachine.Broken("always");
                })),
                ModelMachine.idle(2));

        Found found = (Found) explore(machine, plan(Strategy.RANDOM, 10));

        assertThat(found.number()).isZero();
        assertThat(found.schedule().switches()).isEmpty();
    }

    @Test
    void whatEscapesControlEndsTheExploration() {
        ModelMachine machine = ModelMachine.strangers(2, 2);
        Program escaping = decider -> {
            Run run = machine.run(decider);
            return machine.runs() < 5
                    ? run
                    : new Run(
                            new Ending.NotControlled("a socket at Shop.read(Shop.java:5)"),
                            run.decisions(),
                            1,
                            false,
                            Optional.empty());
        };

        Exploration explored = new Explorer(escaping, () -> 0, done -> {}).explore(plan(Strategy.RANDOM, 10));

        assertThat(explored).isEqualTo(new NotControlled(3, "a socket at Shop.read(Shop.java:5)"));
    }

    @Test
    void whoSpinsUntilAnotherAnswersIsNoLivelock() {
        NothingFound nothing = (NothingFound) explore(ModelMachine.spinning(true), plan(Strategy.EXHAUSTIVE, 20));

        assertThat(nothing.endless()).isPositive();
    }

    @Test
    void whoSpinsForAnAnswerThatNeverComesIsALivelock() {
        Found found = (Found) explore(ModelMachine.spinning(false), plan(Strategy.RANDOM, 20));

        assertThat(found.run().ending()).isInstanceOf(Ending.TooLong.class);
    }

    @Test
    void aFailureThatDoesNotComeAgainIsSaidToBeSo() {
        ModelMachine machine = ModelMachine.twoLocks();
        boolean[] failed = {false};
        Program once = decider -> {
            Run run = machine.run(decider);
            boolean first = run.ending() instanceof Ending.Stalled && !failed[0];
            failed[0] |= first;
            return first ? run : new Run(new Ending.Passed(), run.decisions(), run.points(), false, Optional.empty());
        };

        Found found = (Found) new Explorer(once, () -> 0, done -> {}).explore(plan(Strategy.RANDOM, 1000));

        assertThat(found.replays()).isEqualTo(new Replays(0, 10, Optional.of("replay passed")));
    }

    @ParameterizedTest
    @EnumSource
    void whatIsLeftOfAScheduleShowsTheSameFailure(Strategy strategy) {
        for (long seed = 0; seed < 40; seed++) {
            Found found = (Found)
                    explore(ModelMachine.lostWakeUp(), new Plan(strategy, seed, Shard.WHOLE, new Budget(5000, LONG)));
            Ending again = new Replay(ModelMachine.lostWakeUp())
                    .once(found.schedule())
                    .run()
                    .ending();
            assertThat(again).isEqualTo(found.run().ending());
            assertThat(found.schedule().switches()).as("seed %s", seed).hasSizeLessThanOrEqualTo(2);
        }
    }

    private static Found found(ModelMachine machine, Strategy strategy, long schedules) {
        return (Found) explore(machine, plan(strategy, schedules));
    }

    private static Plan plan(Strategy strategy, long schedules) {
        return new Plan(strategy, 42, Shard.WHOLE, new Budget(schedules, LONG));
    }

    private static Exploration explore(Program program, Plan plan) {
        return new Explorer(program, () -> 0, done -> {}).explore(plan);
    }
}
