package io.github.liveliness.rescue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class InterruptBodyTest {

    private static final RescueTargets NOTHING = new RescueTargets(List.of(), List.of(), List.of());

    private final FakeBody body = new FakeBody();

    @Test
    void aStuckBodyIsInterruptedOnce() {
        new InterruptBody().attempt(body, NOTHING);

        assertThat(body.interrupts.get()).isEqualTo(1);
    }

    @Test
    void aBodyThatJustEndedIsNotInterrupted() {
        body.ended = true;

        Attempt attempt = new InterruptBody().attempt(body, NOTHING);

        assertThat(body.interrupts.get()).isZero();
        assertThat(attempt.what()).isEqualTo("did not interrupt the test thread: its body had just ended");
    }
}
