package io.github.liveliness.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The watcher's decisions, as arithmetic. */
class HealthTest {

    private static final Thresholds THRESHOLDS =
            new Thresholds(seconds(1), seconds(5), List.of(seconds(2), seconds(2), seconds(4)));

    @Test
    void aRuntimeThatOwesNothingIsHealthy() {
        assertThat(next(Health.GOOD, 0, 10)).isEqualTo(Health.GOOD);
    }

    @Test
    void silenceGrowsWithTheTimeSeen() {
        Health health = next(next(Health.GOOD, 3, 0.25), 3, 0.25);

        assertThat(health).isEqualTo(new Health(Level.HEALTHY, seconds(0.5), 0));
    }

    @Test
    void silenceIsNeverLongerThanWhatTheRuntimeOwes() {
        assertThat(next(Health.GOOD, 0.5, 10).silence()).isEqualTo(seconds(0.5));
    }

    @Test
    void timeTheWatcherDidNotSeeAgesNothing() {
        Health before = new Health(Level.HEALTHY, seconds(0.5), 0);

        assertThat(next(before, 60, 0)).isEqualTo(before);
    }

    @Test
    void aStallBeginsAtTheWarningThreshold() {
        assertThat(next(Health.GOOD, 60, 0.999).level()).isEqualTo(Level.HEALTHY);
        assertThat(next(Health.GOOD, 60, 1).level()).isEqualTo(Level.STALLED);
    }

    @Test
    void hopeIsGivenUpAtTheLastThreshold() {
        Health stalled = new Health(Level.STALLED, seconds(4), 3);

        assertThat(next(stalled, 60, 0.999).level()).isEqualTo(Level.STALLED);
        assertThat(next(stalled, 60, 1).level()).isEqualTo(Level.GIVEN_UP);
    }

    @Test
    void remediesBecomeDueOneAfterTheOther() {
        Health stalled = new Health(Level.STALLED, seconds(1), 0);

        assertThat(next(stalled, 60, 0.5).remediesTried()).isZero();
        assertThat(next(stalled, 60, 1).remediesTried()).isEqualTo(2);
        assertThat(next(stalled, 60, 3).remediesTried()).isEqualTo(3);
    }

    @Test
    void noRemedyIsDueBeforeTheWarning() {
        Thresholds eager = new Thresholds(seconds(1), seconds(5), List.of(seconds(0.5)));

        assertThat(Health.GOOD.next(seconds(60), seconds(0.9), eager).remediesTried())
                .isZero();
        assertThat(Health.GOOD.next(seconds(60), seconds(1), eager).remediesTried())
                .isOne();
    }

    @Test
    void aBeatEndsTheStallAndRearmsTheRemedies() {
        Health givenUp = new Health(Level.GIVEN_UP, seconds(6), 3);

        assertThat(next(givenUp, 0.2, 0.1)).isEqualTo(new Health(Level.HEALTHY, seconds(0.2), 0));
    }

    @Test
    void aBeatSeenLateEndsTheStallEvenIfTheNextIsOverdueAgain() {
        Health givenUp = new Health(Level.GIVEN_UP, seconds(60), 3);

        Health recovered = next(givenUp, 2, 0);
        assertThat(recovered).isEqualTo(new Health(Level.HEALTHY, seconds(2), 0));

        assertThat(next(recovered, 3, 1)).isEqualTo(new Health(Level.STALLED, seconds(3), 2));
    }

    private static Health next(Health before, double overdue, double seen) {
        return before.next(seconds(overdue), seconds(seen), THRESHOLDS);
    }

    private static Duration seconds(double seconds) {
        return Duration.ofMillis(Math.round(seconds * 1_000));
    }
}
