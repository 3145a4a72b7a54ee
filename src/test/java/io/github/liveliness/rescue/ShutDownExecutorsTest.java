package io.github.liveliness.rescue;

import static io.github.liveliness.rescue.StuckThings.own;
import static io.github.liveliness.rescue.StuckThings.plenty;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ShutDownExecutorsTest {

    @RegisterExtension
    final StuckThings stuck = new StuckThings();

    private final FakeBody body = new FakeBody();

    @Test
    void theTestsOwnExecutorsAreShutDownAndTheirQueuesCancelled() throws Exception {
        ThreadPoolExecutor pool = stuck.fixedPool(1);
        CountDownLatch started = new CountDownLatch(1);
        pool.execute(() -> {
            started.countDown();
            stuck.waitDeafly();
        });
        Future<?> queued = pool.submit(() -> "done");
        started.await();

        Attempt attempt = new ShutDownExecutors(plenty()).attempt(body, own(pool));

        assertThat(attempt).isEqualTo(new Attempt.Acted("shut \"orders\" down"));
        assertThat(pool.isShutdown()).isTrue();
        assertThat(queued.isCancelled()).isTrue();
    }

    @Test
    void anExecutorThatBlocksDoesNotProtectTheOthers() throws Exception {
        ThreadPoolExecutor blocking = stuck.manage(
                new ThreadPoolExecutor(1, 1, 1, TimeUnit.HOURS, new LinkedBlockingQueue<>(), StuckThings::daemon) {
                    @Override
                    public List<Runnable> shutdownNow() {
                        stuck.waitDeafly();
                        return super.shutdownNow();
                    }
                });
        ThreadPoolExecutor pool = stuck.fixedPool(1);
        RescueTargets targets = new RescueTargets(
                List.of(new StuckExecutor("blocking", blocking, true), new StuckExecutor("orders", pool, true)),
                List.of(),
                List.of());

        Attempt attempt = new ShutDownExecutors(Duration.ofMillis(500)).attempt(body, targets);

        assertThat(attempt)
                .isEqualTo(
                        new Attempt.Acted(
                                "could not shut \"blocking\" down: no answer within 500 ms; a lock or code of the test seems to block it; shut \"orders\" down"));
        assertThat(pool.isShutdown()).isTrue();
    }

    @Test
    void anExecutorThatRefusesIsNamedWithItsReason() throws Exception {
        ThreadPoolExecutor refusing = stuck.manage(
                new ThreadPoolExecutor(1, 1, 1, TimeUnit.HOURS, new LinkedBlockingQueue<>(), StuckThings::daemon) {
                    private boolean refused;

                    @Override
                    public List<Runnable> shutdownNow() {
                        if (!refused) {
                            refused = true;
                            throw new UnsupportedOperationException("shared");
                        }
                        return super.shutdownNow();
                    }
                });

        Attempt attempt = new ShutDownExecutors(plenty()).attempt(body, own(refusing));

        assertThat(attempt.what())
                .isEqualTo("could not shut \"orders\" down: java.lang.UnsupportedOperationException: shared");
    }

    @Test
    void anExecutorThatCannotBeShutDownIsSkipped() throws Exception {
        RescueTargets targets =
                new RescueTargets(List.of(new StuckExecutor("direct", Runnable::run, true)), List.of(), List.of());

        assertThat(new ShutDownExecutors(plenty()).attempt(body, targets)).isInstanceOf(Attempt.Skipped.class);
    }
}
