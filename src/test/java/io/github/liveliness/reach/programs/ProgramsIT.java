package io.github.liveliness.reach.programs;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.liveliness.testing.ForkedJvm;
import io.github.liveliness.testing.ForkedJvm.Outcome;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProgramsIT {

    /** Compiles in the foreground, so that what was warmed up is compiled; and the common pool has several workers. */
    private static final ForkedJvm JVM = ForkedJvm.of(ProgramRunner.class)
            .jvmArguments("-XX:-BackgroundCompilation", "-Djava.util.concurrent.ForkJoinPool.common.parallelism=2");

    @Test
    void noAttackSucceeds() {
        List<String> lines = linesOf("attacks");

        assertThat(lines).hasSameSizeAs(ProgramGroup.ATTACKS.programs().keySet());
        assertThat(lines).allSatisfy(ProgramsIT::isWokenAndNotProven);
    }

    @Test
    void noHealthyWaitIsProven() {
        List<String> lines = linesOf("healthy");

        assertThat(lines).hasSameSizeAs(ProgramGroup.HEALTHY.programs().keySet());
        assertThat(lines).allSatisfy(ProgramsIT::isWokenAndNotProven);
    }

    @Test
    void everyBugIsProven() {
        List<String> lines = linesOf("bugs");

        assertThat(lines).hasSameSizeAs(ProgramGroup.BUGS.programs().keySet());
        assertThat(lines).allSatisfy(line -> assertThat(line).endsWith(": PROVEN"));
    }

    @Test
    void aSignalJustBeforeIsSeen() {
        List<String> lines = linesOf("races", "40");

        assertThat(lines).hasSameSizeAs(ProgramGroup.RACES.programs().keySet());
        assertThat(lines).allSatisfy(line -> assertThat(line).endsWith(": PROVEN 0 times"));
    }

    private static void isWokenAndNotProven(String line) {
        assertThat(line).matches(".*: (skipped|(LIKELY|SUSPECTED) woken)");
    }

    private static List<String> linesOf(String... arguments) {
        Outcome outcome = JVM.run(arguments);
        assertThat(outcome.exitCode()).as(outcome.err()).isZero();
        return outcome.lines();
    }
}
