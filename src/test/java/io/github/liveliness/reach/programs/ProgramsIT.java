package io.github.liveliness.reach.programs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ProgramsIT {

    @Test
    void noAttackSucceeds() {
        allAreWokenAndNoneIsProven(ProgramGroup.ATTACKS);
    }

    @Test
    void noHealthyWaitIsProven() {
        allAreWokenAndNoneIsProven(ProgramGroup.HEALTHY);
    }

    @Test
    void everyBugIsProven() {
        List<ProgramOutcome> outcomes = outcomes(ProgramsJvm.run(ProgramGroup.BUGS));

        assertThat(outcomes).hasSameSizeAs(ProgramGroup.BUGS.names());
        assertThat(outcomes).allMatch(ProgramOutcome::isProven);
    }

    @Test
    void aSignalJustBeforeIsSeen() {
        List<ProgramOutcome> outcomes = outcomes(ProgramsJvm.race(40));

        assertThat(outcomes).hasSize(40);
        assertThat(outcomes).extracting(ProgramOutcome::program).containsAll(ProgramGroup.RACES.names());
        assertThat(outcomes).allSatisfy(outcome -> isWokenAndNotProven(ProgramGroup.RACES, outcome));
    }

    private static void allAreWokenAndNoneIsProven(ProgramGroup group) {
        List<ProgramOutcome> outcomes = outcomes(ProgramsJvm.run(group));

        assertThat(outcomes).hasSameSizeAs(group.names());
        assertThat(outcomes)
                .filteredOn(outcome -> !outcome.isSkipped())
                .allSatisfy(outcome -> isWokenAndNotProven(group, outcome));
    }

    private static void isWokenAndNotProven(ProgramGroup group, ProgramOutcome outcome) {
        assertThat(outcome).matches(seen -> seen.isValidIn(group), "is woken");
        assertThat(outcome).matches(seen -> !seen.isProven(), "is not proven");
    }

    private static List<ProgramOutcome> outcomes(ProgramsJvm jvm) {
        assertThat(jvm.exitCode()).as(jvm.errors()).isZero();
        return jvm.outcomes();
    }
}
