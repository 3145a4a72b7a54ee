package io.github.liveliness.rescue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.liveliness.model.RescueLog.Effect;
import io.github.liveliness.model.RescueLog.Experiment;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LendingTest {

    private static final Duration LIMIT = Duration.ofMillis(100);

    private final FakeBody body = new FakeBody();

    @Test
    void lendsNoMoreThanTheBacklogNeeds() throws Exception {
        FakeBorrower borrower = new FakeBorrower(3);

        Experiment experiment = lend(borrower);

        assertThat(experiment).isEqualTo(new Experiment("orders", 4, 3, true, Effect.NONE));
        assertThat(experiment.reached()).isEqualTo(7);
    }

    @Test
    void anExecutorThatRunsNothingAnyMoreHasGoneOn() throws Exception {
        FakeBorrower borrower = new FakeBorrower(3);
        borrower.idleWhenDrained = true;

        assertThat(lend(borrower)).isEqualTo(new Experiment("orders", 4, 3, true, Effect.WORKERS_WENT_ON));
    }

    @Test
    void timeThatRunsOutShowsNothing() throws Exception {
        assertThat(lend(new FakeBorrower(1_000)))
                .isEqualTo(new Experiment("orders", 4, 10, false, Effect.NONE))
                .returns(false, Experiment::wereEnough);
    }

    @Test
    void waitsWhileTheExecutorMovesByItself() throws Exception {
        FakeBorrower borrower = new FakeBorrower(1);
        borrower.movesByItself = true;

        assertThat(lend(borrower)).isEqualTo(new Experiment("orders", 4, 0, false, Effect.NONE));
    }

    @Test
    void givesEachThreadTenQuietMillisecondsToMoveSomething() throws Exception {
        FakeBorrower borrower = new FakeBorrower(3);
        borrower.movesOnceAt = Duration.ofMillis(5);

        lend(borrower);

        assertThat(borrower.lentAt).containsExactly(Duration.ZERO, Duration.ofMillis(15), Duration.ofMillis(25));
    }

    @Test
    void stopsWhenTheExecutorTakesNoThread() throws Exception {
        FakeBorrower borrower = new FakeBorrower(1);
        borrower.willing = false;

        assertThat(lend(borrower)).isEqualTo(new Experiment("orders", 4, 0, false, Effect.NONE));
        assertThat(body.nanoTime.get()).isLessThan(LIMIT.toNanos());
    }

    @Test
    void stopsWhenTheBodyEnds() throws Exception {
        FakeBorrower borrower = new FakeBorrower(5);
        borrower.lastsBodyUntilLent = 2;

        assertThat(lend(borrower)).isEqualTo(new Experiment("orders", 4, 2, false, Effect.BODY_ENDED));
    }

    @Test
    void takesBackWhatItLentWhenAnythingFails() {
        FakeBorrower borrower = new FakeBorrower(1);
        borrower.failing = true;

        assertThatIllegalStateException().isThrownBy(() -> lend(borrower)).withMessage("no thread");
        assertThat(borrower.takenBack).isTrue();
    }

    private Experiment lend(Borrower borrower) throws InterruptedException {
        return new Lending("orders", borrower, LIMIT, body.nanoTime::get).run(body);
    }

    /** Needs a number of threads, and then drains at once. */
    private final class FakeBorrower implements Borrower {

        private final int needed;
        private final List<Duration> lentAt = new ArrayList<>();
        private int lent;
        private long completed;
        private boolean movesByItself;
        private Duration movesOnceAt = Duration.ofDays(1);
        private boolean idleWhenDrained;
        private boolean willing = true;
        private boolean failing;
        private int lastsBodyUntilLent = Integer.MAX_VALUE;
        private boolean takenBack;

        FakeBorrower(int needed) {
            this.needed = needed;
        }

        @Override
        public int threads() {
            return 4;
        }

        @Override
        public Load load() {
            if (movesByItself || (completed == 0 && body.nanoTime.get() >= movesOnceAt.toNanos())) {
                completed++;
            }
            return new Load(lent < needed ? 10 : 0, completed);
        }

        @Override
        public boolean isSurelyIdle() {
            return idleWhenDrained && lent >= needed;
        }

        @Override
        public boolean lendOne(Duration time) {
            if (failing) {
                throw new IllegalStateException("no thread");
            }
            if (!willing) {
                return false;
            }
            lent++;
            lentAt.add(Duration.ofNanos(body.nanoTime.get()));
            body.ended = lent >= lastsBodyUntilLent;
            return true;
        }

        @Override
        public void takeBack() {
            takenBack = true;
        }
    }
}
