package io.github.liveliness.rescue;

import static io.github.liveliness.rescue.StuckThings.own;
import static io.github.liveliness.rescue.StuckThings.plenty;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class CompleteFuturesTest {

    @RegisterExtension
    final StuckThings stuck = new StuckThings();

    private final CompleteFutures rung = new CompleteFutures(plenty());
    private final FakeBody body = new FakeBody();

    @Test
    void pendingFuturesEndWithAnExceptionThatSaysWhy() throws Exception {
        CompletableFuture<String> pending = new CompletableFuture<>();

        Attempt attempt = rung.attempt(body, new RescueTargets(List.of(), List.of(pending), List.of()));

        assertThat(attempt)
                .isEqualTo(new Attempt.Acted(
                        "ended pending futures: 1 completed exceptionally, 0 cancelled in the queue"));
        assertThat(pending)
                .failsWithin(Duration.ZERO)
                .withThrowableThat()
                .havingCause()
                .isInstanceOf(StallRescueException.class)
                .withMessage("Liveliness completed this future to end a stalled test: nothing else was going to. "
                        + "The test's own failure says what stalled.");
    }

    @Test
    void queuedTasksAreCancelledAndRunningOnesAreNot() throws Exception {
        ThreadPoolExecutor pool = stuck.fixedPool(1);
        CountDownLatch started = new CountDownLatch(1);
        Future<?> running = pool.submit(() -> {
            started.countDown();
            stuck.waitDeafly();
        });
        Future<?> queued = pool.submit(() -> "done");
        started.await();

        Attempt attempt = rung.attempt(body, own(pool));

        assertThat(attempt)
                .isEqualTo(new Attempt.Acted(
                        "ended pending futures: 0 completed exceptionally, 1 cancelled in the queue"));
        assertThat(queued.isCancelled()).isTrue();
        assertThat(running.isDone()).isFalse();
    }

    @Test
    void whatTheBodyWaitsForIsCancelledInAnyQueueAndNothingElseIs() throws Exception {
        ThreadPoolExecutor shared = stuck.fixedPool(1);
        shared.submit(stuck::waitDeafly);
        FutureTask<?> awaited = (FutureTask<?>) shared.submit(() -> "awaited");
        Future<?> neighbours = shared.submit(() -> "done");

        Attempt attempt = rung.attempt(
                body,
                new RescueTargets(List.of(new StuckExecutor("shared", shared, false)), List.of(), List.of(awaited)));

        assertThat(attempt)
                .isEqualTo(new Attempt.Acted(
                        "ended pending futures: 0 completed exceptionally, 1 cancelled in the queue"));
        assertThat(awaited.isCancelled()).isTrue();
        assertThat(neighbours.isDone()).isFalse();
    }

    @Test
    void aFutureThatIsDoneKeepsItsValue() throws Exception {
        CompletableFuture<String> done = CompletableFuture.completedFuture("done");

        Attempt attempt = rung.attempt(body, new RescueTargets(List.of(), List.of(done), List.of()));

        assertThat(attempt).isInstanceOf(Attempt.Skipped.class);
        assertThat(done).isCompletedWithValue("done");
    }

    @Test
    void aDependentThatBlocksHoldsUpNobody() {
        CompletableFuture<String> pending = new CompletableFuture<>();
        pending.whenComplete((value, failure) -> stuck.waitDeafly());

        assertThatExceptionOfType(TimeoutException.class)
                .isThrownBy(() -> new CompleteFutures(Duration.ofMillis(50))
                        .attempt(body, new RescueTargets(List.of(), List.of(pending), List.of())));
        assertThat(pending).isCompletedExceptionally();
    }
}
