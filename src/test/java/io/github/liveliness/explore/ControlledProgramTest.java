package io.github.liveliness.explore;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.liveliness.explore.Ending.Passed;
import io.github.liveliness.explore.Ending.Stalled;
import io.github.liveliness.explore.programs.CorrectPrograms;
import io.github.liveliness.explore.programs.StallingPrograms;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ControlledProgramTest {

    private static final int SCHEDULES = 1_000;

    /** Named, so that a report says which one failed. */
    record Subject(String name, Body body) implements Callable<Void> {

        interface Body {
            void run() throws Exception;
        }

        @Override
        public Void call() throws Exception {
            body.run();
            return null;
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Subject> correctPrograms() {
        return Stream.of(
                new Subject("nested submit", CorrectPrograms::nestedSubmit),
                new Subject("pool not shut down", CorrectPrograms::poolNotShutDown),
                new Subject("timed get", CorrectPrograms::timedGet),
                new Subject("hourly task", CorrectPrograms::hourlyTask));
    }

    static Stream<Subject> stallingPrograms() {
        return Stream.of(
                new Subject("starvation", StallingPrograms::starvation),
                new Subject("two locks", StallingPrograms::twoLocks));
    }

    @ParameterizedTest
    @MethodSource("correctPrograms")
    @DisplayName("A correct program passes under every schedule")
    void correctProgramsPass(Subject program) {
        Set<Ending> endings = new HashSet<>();
        try (ControlledProgram controlled = ControlledProgram.of(program)) {
            for (int seed = 0; seed < SCHEDULES; seed++) {
                endings.add(controlled.run(new RandomDecider(seed)).ending());
            }
        }
        assertThat(endings).containsExactly(new Passed());
    }

    @ParameterizedTest
    @MethodSource("stallingPrograms")
    @DisplayName("A schedule that stalls is found, and stalls again whenever it is chosen")
    void stallsAreFoundAndReplayed(Subject program) {
        try (ControlledProgram controlled = ControlledProgram.of(program)) {
            Run found = firstStall(controlled);
            for (int replay = 0; replay < 100; replay++) {
                Run again = controlled.run(new RecordedDecider(found.decisions().chosen()));
                assertThat(again.ending()).isInstanceOf(Stalled.class);
                assertThat(((Stalled) again.ending()).fingerprint())
                        .isEqualTo(((Stalled) found.ending()).fingerprint());
                assertThat(again.decisions()).isEqualTo(found.decisions());
                assertThat(again.diverged()).isFalse();
            }
        }
    }

    private static Run firstStall(ControlledProgram program) {
        for (int seed = 0; seed < SCHEDULES; seed++) {
            Run run = program.run(new RandomDecider(seed));
            if (run.ending() instanceof Stalled) {
                return run;
            }
            assertThat(run.ending()).isEqualTo(new Passed());
        }
        throw new AssertionError("no schedule of " + SCHEDULES + " stalls");
    }
}
