package io.github.liveliness.libraries;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.liveliness.testing.ForkedJvm;
import io.github.liveliness.testing.ForkedJvm.Outcome;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is found where the agent is switched off: by public methods, of executors that were handed over. */
class WithoutAgentIT {
    private static final ForkedJvm WITH_THE_HEAP =
            ForkedJvm.of(WithoutAgent.class).brief().jvmArguments("-Dliveliness.agent=off");
    private static final ForkedJvm JVM = WITH_THE_HEAP.jvmArguments("-Dliveliness.proof=graph");

    @Test
    void theHeapKnowsNoLessThanThePublicMethods() {
        assertThat(WITH_THE_HEAP.run("Stalled").lines())
                .filteredOn(line -> line.contains(" of ["))
                .hasSize(4)
                .allMatch(line -> line.matches("\\w+: (PROVEN|LIKELY) STARVATION of .*"));
        assertThat(WITH_THE_HEAP.run("Healthy").lines()).anyMatch(line -> line.endsWith("failed []"));
    }

    @Test
    void aNestedGetOnAnExecutorThatWasHandedOverIsLikelyAndNothingIsProven() {
        assertThat(stalls("Stalled"))
                .containsExactly(
                        "byField: LIKELY STARVATION of [field]",
                        "scheduled: LIKELY STARVATION of [timer]",
                        "watched: LIKELY STARVATION of [watched]",
                        "wrapped: LIKELY STARVATION of [wrapped]");
        assertThat(stalls("StalledForAll")).containsExactly("byStaticField: LIKELY STARVATION of [static-field]");
    }

    private static List<String> stalls(String fixture) {
        return JVM.run(fixture).lines().stream()
                .filter(line -> line.contains(" of ["))
                .toList();
    }

    @Test
    void whatCouldNotBeSeenIsSaid() {
        Outcome outcome = JVM.run("Unreadable");

        assertThat(outcome.out())
                .contains("besideClosedOnes: LIKELY STARVATION of [watched]")
                .contains("The agent is switched off: liveliness.agent = off.")
                .contains("Without the agent only the public methods of thread pools are read")
                .containsPattern("Traced@\\p{XDigit}+ cannot be read without the agent.")
                .containsPattern("ForkJoinPool@\\p{XDigit}+ cannot be read without the agent.")
                .containsPattern("DelegatedExecutorService@\\p{XDigit}+ cannot be read without the agent.");
    }

    @Test
    void whatMayStillMoveIsNotLikelyStuck() {
        assertThat(JVM.run("Healthy").lines())
                .containsExactly("passed [longTask, stuckBesideAnotherPool, threadsEnough], failed []");
    }
}
