package io.github.liveliness.libraries;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.liveliness.testing.ForkedJvm;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A watched executor does all that a user can see as if nobody watched. */
class UnchangedBehaviourIT {
    private static final ForkedJvm JVM = ForkedJvm.of(Behaviour.class);

    @Test
    void aWatchedExecutorBehavesAsAnUnwatchedOne() {
        List<String> expected = new ArrayList<>(JVM.run("unwatched").lines());

        assertThat(expected)
                .contains("rejected 2", "rejected 1")
                .anyMatch(line -> line.startsWith("timer rejected java.util.concurrent.RejectedExecutionException"))
                .anyMatch(line -> line.startsWith("fork-join stage java.lang.IllegalStateException: own failure"))
                .anyMatch(line -> line.startsWith("still full: size 3, active 3, running 0, queued 0, submitted 3, "))
                .anyMatch(line -> line.startsWith("still full: size 1, active 1, running 0, queued 3, submitted 0, "))
                .anyMatch(line -> line.startsWith("forked java.lang.IllegalStateException: own failure"))
                .hasSizeGreaterThan(110);
        expected.add("stalled [stalls]");
        assertThat(JVM.run("watched").lines()).isEqualTo(expected);
    }
}
