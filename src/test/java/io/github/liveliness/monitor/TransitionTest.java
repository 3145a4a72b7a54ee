package io.github.liveliness.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class TransitionTest {

    private static final Health STALLED = new Health(Level.STALLED, Duration.ofSeconds(1), 1);
    private static final Health GIVEN_UP = new Health(Level.GIVEN_UP, Duration.ofSeconds(5), 3);

    @Test
    void nothingFollowsFromNoChange() {
        for (Health health : new Health[] {Health.GOOD, STALLED, GIVEN_UP}) {
            Transition none = new Transition(health, health);
            assertThat(none.isStall()).isFalse();
            assertThat(none.isGiveUp()).isFalse();
            assertThat(none.isRecovery()).isFalse();
            assertThat(none.dueRemedies()).isEmpty();
        }
    }

    @Test
    void aStallBringsItsFirstRemedies() {
        Transition stall = new Transition(Health.GOOD, STALLED);

        assertThat(stall.isStall()).isTrue();
        assertThat(stall.isGiveUp()).isFalse();
        assertThat(stall.dueRemedies()).containsExactly(0);
        assertThat(stall.silence()).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void givingUpBringsTheRestOfTheRemedies() {
        Transition giveUp = new Transition(STALLED, GIVEN_UP);

        assertThat(giveUp.isStall()).isFalse();
        assertThat(giveUp.isGiveUp()).isTrue();
        assertThat(giveUp.dueRemedies()).containsExactly(1, 2);
    }

    @Test
    void aWatcherWithALongPeriodMayStallAndGiveUpInOneLook() {
        Transition both = new Transition(Health.GOOD, GIVEN_UP);

        assertThat(both.isStall()).isTrue();
        assertThat(both.isGiveUp()).isTrue();
        assertThat(both.dueRemedies()).containsExactly(0, 1, 2);
    }

    @Test
    void aRecoveryTellsOfTheSilenceThatHasEnded() {
        Transition recovery = new Transition(GIVEN_UP, Health.GOOD);

        assertThat(recovery.isRecovery()).isTrue();
        assertThat(recovery.dueRemedies()).isEmpty();
        assertThat(recovery.silence()).isEqualTo(Duration.ofSeconds(5));
    }
}
