package io.github.liveliness.explore;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.liveliness.explore.Ending.Passed;
import io.github.liveliness.explore.Ending.Stalled;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ProgramsUnderControl {

    private static final int SCHEDULES = 1_000;
    private static final int REPLAYS = 100;

    static List<Subject> correctPrograms() {
        return Subject.CORRECT;
    }

    static Stream<Subject> stallingPrograms() {
        return Stream.concat(Subject.PORTABLE.stream(), Stream.of(Subject.SATURATED));
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
    @MethodSource("correctPrograms")
    @DisplayName("A correct program does the same whenever the same is chosen")
    void correctProgramsAreReplayed(Subject program) {
        try (ControlledProgram controlled = ControlledProgram.of(program)) {
            for (int seed = 0; seed < 5; seed++) {
                replays(controlled, controlled.run(new RandomDecider(seed)), 5);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("stallingPrograms")
    @DisplayName("A schedule that stalls is found, and stalls again whenever it is chosen")
    void stallsAreFoundAndReplayed(Subject program) {
        try (ControlledProgram controlled = ControlledProgram.of(program)) {
            replays(controlled, firstStall(controlled), REPLAYS);
        }
    }

    private static void replays(ControlledProgram program, Run before, int times) {
        for (int replay = 0; replay < times; replay++) {
            Run again = program.run(new RecordedDecider(before.decisions().chosen()));
            assertThat(again.decisions()).isEqualTo(before.decisions());
            assertThat(again.points()).isEqualTo(before.points());
            assertThat(again.diverged()).isFalse();
            assertThat(fingerprint(again)).isEqualTo(fingerprint(before));
        }
    }

    private static String fingerprint(Run run) {
        return run.ending() instanceof Stalled stalled
                ? stalled.fingerprint()
                : run.ending().toString();
    }

    static Run firstStall(ControlledProgram program) {
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
