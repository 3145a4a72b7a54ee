package io.github.liveliness.rescue;

import static io.github.liveliness.rescue.StuckThings.awaitStarved;
import static io.github.liveliness.rescue.StuckThings.nested;
import static io.github.liveliness.rescue.StuckThings.own;
import static io.github.liveliness.rescue.StuckThings.plenty;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import io.github.liveliness.model.RescueLog.Effect;
import io.github.liveliness.model.RescueLog.Experiment;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class LendThreadsTest {

    @RegisterExtension
    final StuckThings stuck = new StuckThings();

    private final LendThreads lending = new LendThreads(plenty(), plenty(), System::nanoTime);

    @Test
    void aStarvedPoolDrainsAndTheBodyEndsByItself() throws Exception {
        ThreadPoolExecutor pool = stuck.fixedPool(1);
        CompletableFuture<String> outer = nested(pool, 3);
        RunningBody body = RunningBody.start(outer::join);
        awaitStarved(pool);

        Attempt attempt = lending.attempt(body, own(pool));

        assertThat(body.awaitEnd(plenty())).isTrue();
        assertThat(body.failure()).isEmpty();
        Experiment experiment = experiment(attempt);
        assertThat(experiment.executor()).isEqualTo("orders");
        assertThat(experiment.had()).isEqualTo(1);
        assertThat(experiment.lent()).isGreaterThanOrEqualTo(3);
        assertThat(experiment.drained()).isTrue();
        assertThat(attempt.what())
                .isEqualTo(
                        "lent %d threads to \"orders\", which had 1: its backlog drained".formatted(experiment.lent()));
    }

    @Test
    void threadsThatOnlyTakeTasksOverWhichWaitTooWereNotEnough() throws Exception {
        ThreadPoolExecutor pool = stuck.fixedPool(1);
        pool.execute(stuck::waitDeafly);
        pool.execute(stuck::waitDeafly);
        RunningBody body = RunningBody.start(stuck::waitDeafly);

        Attempt attempt = lending.attempt(body, own(pool));

        Experiment experiment = experiment(attempt);
        assertThat(experiment.drained()).isTrue();
        assertThat(experiment.effect()).isEqualTo(Effect.NONE);
    }

    @Test
    void sizesAreRestored() throws Exception {
        ThreadPoolExecutor pool = stuck.fixedPool(1);
        pool.setMaximumPoolSize(2);
        RunningBody body = RunningBody.start(nested(pool, 2)::join);
        awaitStarved(pool);

        lending.attempt(body, own(pool));

        assertThat(pool.getCorePoolSize()).isEqualTo(1);
        assertThat(pool.getMaximumPoolSize()).isEqualTo(2);
        await().untilAsserted(() -> assertThat(pool.getPoolSize()).isLessThanOrEqualTo(2));
    }

    @Test
    void aScheduledPoolIsDrainedThoughTasksOfTheFutureAreQueued() throws Exception {
        ScheduledThreadPoolExecutor pool = stuck.manage(new ScheduledThreadPoolExecutor(1, StuckThings::daemon));
        pool.schedule(() -> "late", 1, TimeUnit.HOURS);
        RunningBody body = RunningBody.start(nested(pool, 1)::join);
        await().until(() -> pool.getQueue().size() == 2);

        Experiment experiment = experiment(lending.attempt(body, own(pool)));

        assertThat(experiment.drained()).isTrue();
        assertThat(pool.getQueue()).hasSize(1);
    }

    @Test
    void aForkJoinPoolIsHelpedFromOutside() throws Exception {
        ForkJoinPool pool = stuck.forkJoinPool(1);
        CountDownLatch released = new CountDownLatch(1);
        CompletableFuture<Void> outer = CompletableFuture.runAsync(
                () -> {
                    pool.execute(released::countDown);
                    awaitUninterrupted(released);
                },
                pool);
        RunningBody body = RunningBody.start(outer::join);
        await().until(() -> pool.getQueuedTaskCount() == 1);

        Experiment experiment = experiment(lending.attempt(body, own(pool)));

        assertThat(body.awaitEnd(plenty())).isTrue();
        assertThat(experiment.had()).isEqualTo(1);
        assertThat(experiment.lent()).isPositive();
        assertThat(experiment.drained()).isTrue();
    }

    @Test
    void aTaskThatBlocksItsHelperDoesNotHoldUpTheLending() throws Exception {
        ForkJoinPool pool = stuck.forkJoinPool(1);
        pool.execute(stuck::waitDeafly);
        pool.execute(stuck::waitDeafly);
        FakeBody body = new FakeBody();
        await().until(() -> pool.getQueuedSubmissionCount() == 1);

        Attempt attempt = new LendThreads(LendThreads.LIMIT, plenty(), body.nanoTime::get).attempt(body, own(pool));

        assertThat(attempt.what()).startsWith("lent ");
    }

    @Test
    void lentThreadsAreTakenBackWhenTheirTimeIsUp() throws Exception {
        FakeBody body = new FakeBody();
        List<Duration> taken = new CopyOnWriteArrayList<>();
        ThreadPoolExecutor pool = stuck.manage(
                new ThreadPoolExecutor(1, 1, 1, TimeUnit.HOURS, new LinkedBlockingQueue<>(), StuckThings::daemon) {
                    @Override
                    public void setMaximumPoolSize(int size) {
                        super.setMaximumPoolSize(size);
                        if (size == 1) {
                            taken.add(Duration.ofNanos(body.nanoTime.get()));
                        }
                    }
                });
        for (int i = 0; i < 50; i++) {
            pool.execute(stuck::waitDeafly);
        }

        Attempt attempt = new LendThreads(LendThreads.LIMIT, plenty(), body.nanoTime::get).attempt(body, own(pool));

        assertThat(taken).containsExactly(Duration.ofMillis(100));
        assertThat(pool.getCorePoolSize()).isEqualTo(1);
        assertThat(experiment(attempt).drained()).isFalse();
        assertThat(attempt.what()).endsWith("which had 1: its backlog did not drain");
    }

    @Test
    void executorsShareTheTime() throws Exception {
        FakeBody body = new FakeBody();
        ThreadPoolExecutor first = stuck.fixedPool(1);
        ThreadPoolExecutor second = stuck.fixedPool(1);
        for (int i = 0; i < 50; i++) {
            first.execute(stuck::waitDeafly);
            second.execute(stuck::waitDeafly);
        }

        Attempt attempt =
                new LendThreads(LendThreads.LIMIT, plenty(), body.nanoTime::get).attempt(body, own(first, second));

        assertThat(body.nanoTime.get()).isEqualTo(LendThreads.LIMIT.toNanos());
        assertThat(attempt.what().split("; ")).hasSize(2).allMatch(lent -> lent.startsWith("lent "));
    }

    @Test
    void theExecutorWhoseThreadsEndedTheBodyIsTheTellingOne() throws Exception {
        FakeBody body = new FakeBody();
        ThreadPoolExecutor first = stuck.fixedPool(1);
        ThreadPoolExecutor second = stuck.fixedPool(2);
        for (int i = 0; i < 50; i++) {
            first.execute(stuck::waitDeafly);
            second.execute(stuck::waitDeafly);
        }
        second.setThreadFactory(task -> {
            body.ended = true;
            return StuckThings.daemon(task);
        });

        Attempt attempt =
                new LendThreads(LendThreads.LIMIT, plenty(), body.nanoTime::get).attempt(body, own(first, second));

        assertThat(experiment(attempt)).isEqualTo(new Experiment("orders", 2, 1, false, Effect.BODY_ENDED));
    }

    @Test
    void aPoolWithoutBacklogIsLentNothing() throws Exception {
        ThreadPoolExecutor pool = stuck.fixedPool(1);
        pool.execute(stuck::waitDeafly);

        Attempt attempt = lending.attempt(new FakeBody(), own(pool));

        assertThat(attempt)
                .isEqualTo(new Attempt.Skipped("lent no threads: no executor that this test made is starved"));
        assertThat(pool.getLargestPoolSize()).isEqualTo(1);
    }

    @Test
    void nothingIsLentOnceTheBodyHasEnded() throws Exception {
        ThreadPoolExecutor pool = stuck.fixedPool(1);
        pool.execute(stuck::waitDeafly);
        pool.execute(stuck::waitDeafly);
        FakeBody body = new FakeBody();
        body.ended = true;

        lending.attempt(body, own(pool));

        assertThat(pool.getLargestPoolSize()).isEqualTo(1);
    }

    @Test
    void aThreadFactoryThatBlocksHoldsUpNobodyAndTheSizesAreRestoredLater() throws Exception {
        CountDownLatch second = new CountDownLatch(1);
        ThreadPoolExecutor pool = stuck.fixedPool(1);
        pool.execute(stuck::waitDeafly);
        pool.execute(stuck::waitDeafly);
        pool.setThreadFactory(task -> {
            awaitUninterrupted(second);
            return StuckThings.daemon(task);
        });
        FakeBody body = new FakeBody();
        LendThreads impatient = new LendThreads(LendThreads.LIMIT, Duration.ofMillis(50), body.nanoTime::get);

        assertThatExceptionOfType(TimeoutException.class)
                .isThrownBy(() -> impatient.attempt(body, own(pool)))
                .withMessage("no answer within 150 ms; a lock or code of the test seems to block it");
        assertThat(pool.getCorePoolSize()).isEqualTo(2);

        second.countDown();
        await().until(() -> pool.getCorePoolSize() == 1 && pool.getMaximumPoolSize() == 1);
    }

    private static Experiment experiment(Attempt attempt) {
        return ((Attempt.Lent) attempt).experiment();
    }

    private static void awaitUninterrupted(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}
