package io.github.liveliness.rescue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class HaltJvmTest {

    private static final RescueTargets NOTHING = new RescueTargets(List.of(), List.of(), List.of());

    @RegisterExtension
    final StuckThings stuck = new StuckThings();

    private final List<Integer> codes = new ArrayList<>();

    @Test
    void aBlockedStandardErrorDoesNotKeepTheJvmFromHalting() throws Exception {
        new HaltJvm(Duration.ofMillis(50), codes::add, line -> stuck.waitDeafly()).attempt(new FakeBody(), NOTHING);

        assertThat(codes).containsExactly(86);
    }

    @Test
    void lastWordsThatFailDoNotKeepTheJvmFromHalting() throws Exception {
        HaltJvm halt = new HaltJvm(StuckThings.plenty(), codes::add, line -> {
            throw new IllegalStateException("closed");
        });

        halt.attempt(new FakeBody(), NOTHING);

        assertThat(codes).containsExactly(86);
    }
}
