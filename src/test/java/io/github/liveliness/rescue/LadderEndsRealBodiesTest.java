package io.github.liveliness.rescue;

import static io.github.liveliness.model.RescueLog.Outcome.BODY_ENDED;
import static io.github.liveliness.model.RescueLog.Outcome.BODY_STILL_STUCK;
import static io.github.liveliness.rescue.StuckThings.awaitStarved;
import static io.github.liveliness.rescue.StuckThings.awaitState;
import static io.github.liveliness.rescue.StuckThings.nested;
import static io.github.liveliness.rescue.StuckThings.own;
import static io.github.liveliness.rescue.StuckThings.plenty;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.liveliness.model.RescueLog;
import io.github.liveliness.model.RescueLog.Effect;
import io.github.liveliness.model.RescueLog.Step;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class LadderEndsRealBodiesTest {

    /** For rungs that cannot help, however long they wait. */
    private static final Duration BRIEF = Duration.ofMillis(50);

    @RegisterExtension
    final StuckThings stuck = new StuckThings();

    @Test
    void theStandardLadderEndsAStarvedBody() {
        ThreadPoolExecutor pool = stuck.fixedPool(1);
        RunningBody body = RunningBody.start(nested(pool, 1)::get);
        awaitStarved(pool);

        // On a machine that does much else, the time for which threads are lent is over before they run.
        LongSupplier slowly = () -> System.nanoTime() / 100;
        RescueLog log = Ladder.standard(new RescuePolicy(true, false, plenty()), slowly, code -> {}, words -> {})
                .climb(body, own(pool));

        assertThat(last(log).outcome()).isEqualTo(BODY_ENDED);
        assertThat(log.experiment().orElseThrow().effect()).isEqualTo(Effect.BODY_ENDED);
    }

    @Test
    void aBodyInGetOnAStarvedPoolEndsByTheInterrupt() {
        ThreadPoolExecutor pool = stuck.fixedPool(1);
        RunningBody body = RunningBody.start(
                () -> pool.submit(() -> pool.submit(() -> "done").get()).get());
        awaitStarved(pool);
        awaitState(body.thread(), Thread.State.WAITING);

        assertEnds(body, own(pool), new InterruptBody(), "interrupted the test thread \"body\"");

        assertThat(body.failure()).containsInstanceOf(InterruptedException.class);
        assertThat(pool.isShutdown()).isFalse();
    }

    @Test
    void aBodyInJoinOnAStarvedPoolEndsByItsFutures() {
        ThreadPoolExecutor pool = stuck.fixedPool(1);
        CompletableFuture<String> inner = new CompletableFuture<>();
        CompletableFuture<String> outer = CompletableFuture.supplyAsync(
                () -> inner.completeAsync(() -> "done", pool).join(), pool);
        RunningBody body = RunningBody.start(outer::join);
        awaitStarved(pool);
        awaitState(body.thread(), Thread.State.WAITING);
        RescueTargets targets = targets(pool, List.of(outer, inner));

        assertInVain(body, targets, new InterruptBody());
        assertEnds(
                body,
                targets,
                new CompleteFutures(plenty()),
                "ended pending futures: 2 completed exceptionally, 0 cancelled in the queue");

        assertThat(body.failure().orElseThrow())
                .isInstanceOf(CompletionException.class)
                .hasCauseInstanceOf(StallRescueException.class);
    }

    @Test
    void aBodyInJoinOnADeafWorkerEndsByItsFuture() {
        ThreadPoolExecutor pool = stuck.fixedPool(1);
        CompletableFuture<Void> deaf = CompletableFuture.runAsync(stuck::waitDeafly, pool);
        RunningBody body = RunningBody.start(deaf::join);
        awaitState(body.thread(), Thread.State.WAITING);
        RescueTargets targets = targets(pool, List.of(deaf));

        assertInVain(body, targets, new InterruptBody());
        assertEnds(
                body,
                targets,
                new CompleteFutures(plenty()),
                "ended pending futures: 1 completed exceptionally, 0 cancelled in the queue");
    }

    @Test
    void aBodyThatSwallowsInterruptsEndsWhenItsWorkersDo() {
        ThreadPoolExecutor pool = stuck.fixedPool(1);
        Future<?> task = pool.submit(() -> {
            stuck.waitAttentively();
            return "done";
        });
        RunningBody body = RunningBody.start(() -> getDeafly(task));
        awaitState(body.thread(), Thread.State.WAITING);

        assertInVain(body, own(pool), new InterruptBody());
        assertEnds(body, own(pool), new ShutDownExecutors(plenty()), "shut \"orders\" down");

        assertThat(body.failure()).containsInstanceOf(ExecutionException.class);
    }

    @Test
    void aBodyOnAMonitorCannotBeEndedOnTheRunsOwnThread() {
        RunningBody body = blockedOnAMonitor(false);

        RescueLog log = climb(body, own());

        assertThat(log.steps()).extracting(Step::outcome).doesNotContain(BODY_ENDED);
        assertThat(log.steps())
                .extracting(Step::rung)
                .contains("could not abandon the test body: it is blocked on a monitor, which nothing can end, "
                        + "on the run's own thread \"body\"; liveliness.thread-mode = separate_thread could");
    }

    @Test
    void aBodyOnAMonitorIsAbandonedOnAThreadOfItsOwn() {
        RunningBody body = blockedOnAMonitor(true);

        RescueLog log = climb(body, own());

        assertThat(last(log).rung())
                .isEqualTo("abandoned the test body on its own thread \"body\", and the run goes on");
        assertThat(last(log).outcome()).isEqualTo(BODY_STILL_STUCK);
    }

    @Test
    void executorsOfOthersAreLeftAlone() throws Exception {
        ThreadPoolExecutor pool = stuck.fixedPool(1);
        CountDownLatch started = new CountDownLatch(1);
        pool.execute(() -> {
            started.countDown();
            stuck.waitDeafly();
        });
        Future<String> queued = pool.submit(() -> "done");
        started.await();
        RunningBody body = RunningBody.start(stuck::waitDeafly);

        RescueTargets others =
                new RescueTargets(List.of(new StuckExecutor("shared", pool, false)), List.of(), List.of());
        RescueLog log = climb(body, others);

        assertThat(log.experiment()).isEmpty();
        assertThat(pool.getLargestPoolSize()).isEqualTo(1);
        assertThat(pool.getCorePoolSize()).isEqualTo(1);
        assertThat(pool.getMaximumPoolSize()).isEqualTo(1);
        assertThat(pool.isShutdown()).isFalse();
        assertThat(pool.getQueue()).hasSize(1);
        assertThat(queued).isNotDone();
    }

    private RunningBody blockedOnAMonitor(boolean separate) {
        Object monitor = new Object();
        CountDownLatch held = new CountDownLatch(1);
        RunningBody.start(() -> {
            synchronized (monitor) {
                held.countDown();
                stuck.waitDeafly();
            }
        });
        RunningBody.Body entering = () -> {
            held.await();
            synchronized (monitor) {
                assertThat(Thread.holdsLock(monitor)).isTrue();
            }
        };
        RunningBody body = separate ? RunningBody.startSeparately(entering) : RunningBody.start(entering);
        awaitState(body.thread(), Thread.State.BLOCKED);
        return body;
    }

    private static void getDeafly(Future<?> task) throws ExecutionException {
        while (!task.isDone()) {
            try {
                task.get();
            } catch (InterruptedException ignored) {
                // That is what deaf means.
            }
        }
        assertThat(task).isDone();
    }

    private static RescueTargets targets(ThreadPoolExecutor pool, List<CompletableFuture<?>> pending) {
        return new RescueTargets(own(pool).executors(), pending, List.of());
    }

    private static RescueLog climb(StuckBody body, RescueTargets targets) {
        return Ladder.standard(new RescuePolicy(true, false, BRIEF), () -> "").climb(body, targets);
    }

    private static void assertEnds(StuckBody body, RescueTargets targets, Rung rung, String what) {
        RescueLog log = new Ladder(List.of(rung), plenty(), System::nanoTime).climb(body, targets);

        assertThat(last(log).rung()).isEqualTo(what);
        assertThat(last(log).outcome()).isEqualTo(BODY_ENDED);
    }

    private static void assertInVain(StuckBody body, RescueTargets targets, Rung rung) {
        RescueLog log = new Ladder(List.of(rung), BRIEF, System::nanoTime).climb(body, targets);

        assertThat(last(log).outcome()).isEqualTo(BODY_STILL_STUCK);
    }

    private static Step last(RescueLog log) {
        return log.steps().get(log.steps().size() - 1);
    }
}
