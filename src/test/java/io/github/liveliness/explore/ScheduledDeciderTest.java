package io.github.liveliness.explore;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.liveliness.explore.Replay.Replayed;
import org.junit.jupiter.api.Test;

class ScheduledDeciderTest {

    @Test
    void theSameProgramGoesTheSameWay() {
        for (long number = 0; number < 200; number++) {
            Run run = ModelMachine.starvation(3).run(Deciders.of(Strategy.RANDOM, 1, number));

            Replayed replayed = new Replay(ModelMachine.starvation(3)).once(Schedule.of(run.decisions()));

            assertThat(replayed.run()).isEqualTo(run);
            assertThat(replayed.divergence()).isEmpty();
        }
    }

    @Test
    void aProgramThatHasChangedIsTold() {
        int told = 0;
        for (long number = 1; number < 200; number++) {
            Run run = ModelMachine.starvation(3).run(Deciders.of(Strategy.RANDOM, 1, number));

            Replayed replayed = new Replay(ModelMachine.starvation(2)).once(Schedule.of(run.decisions()));

            told += replayed.divergence().isPresent() ? 1 : 0;
        }
        // A schedule may stop nobody before it comes to where the two programs differ.
        assertThat(told).isGreaterThan(190);
    }

    @Test
    void whereItLeftTheScheduleIsSaid() {
        Run run = ModelMachine.strangers(5, 5, 5).run(Deciders.of(Strategy.RANDOM, 1, 3));

        assertThat(new Replay(ModelMachine.strangers(5, 5))
                        .once(Schedule.of(run.decisions()))
                        .divergence())
                .get()
                .extracting(Divergence::words)
                .asString()
                .matches("at switch 1 of \\d+, 2 threads could go on, where there had been 3");
        assertThat(new Replay(ModelMachine.strangers(1, 1))
                        .once(Schedule.of(run.decisions()))
                        .divergence())
                .isPresent();
    }
}
