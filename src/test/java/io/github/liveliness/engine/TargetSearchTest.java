package io.github.liveliness.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.spy;

import io.github.liveliness.agent.AgentMode;
import io.github.liveliness.agent.AgentStatus;
import io.github.liveliness.agent.Attachment;
import io.github.liveliness.blocking.OpenCalls;
import io.github.liveliness.model.RescueLog.Outcome;
import io.github.liveliness.model.Stall.Kind;
import io.github.liveliness.proof.HeapProof;
import io.github.liveliness.testing.Pools;
import io.github.liveliness.testing.Stalls;
import io.github.liveliness.watch.Hooked;
import io.github.liveliness.watch.Tick;
import io.github.liveliness.watch.Watch;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A body is rescued with what is there, whatever cannot be read of its surroundings. */
class TargetSearchTest {
    private final List<Throwable> told = new CopyOnWriteArrayList<>();
    private final List<Rescue> rescues = new CopyOnWriteArrayList<>();
    private final StallLog log = new StallLog();
    private final Scope scope = Scope.of("TargetSearchTest.body()", List.of());

    @TempDir
    Path folder;

    @Test
    void aBodyIsRescuedThoughNotEverythingAroundItCanBeRead() throws Exception {
        Watch watch = spy(openedWatch());
        doThrow(new AssertionError()).when(watch).futuresAwaitedBy(any());
        doThrow(new StackOverflowError()).when(watch).madeBy(any());
        doThrow(new IllegalStateException()).when(watch).pendingFutures(any());
        ExecutorService pool = Hooked.inScope(scope.id(), () -> Pools.fixed("orders", 1));
        Future<?> stuck = Stalls.startNestedGet(pool, 1).get(0);
        Body body = start(stuck);

        failAndRescue(watch, body);

        assertThat(body.awaitFailure()).hasValueSatisfying(failure -> {
            assertThat(failure.stall().kind()).isEqualTo(Kind.STARVATION);
            assertThat(failure.stall().rescue().steps()).last().satisfies(step -> {
                assertThat(step.rung())
                        .isEqualTo("ended pending futures: 0 completed exceptionally, 1 cancelled in the queue");
                assertThat(step.outcome()).isEqualTo(Outcome.BODY_ENDED);
            });
        });
        assertThat(told)
                .hasExactlyElementsOfTypes(AssertionError.class, StackOverflowError.class, IllegalStateException.class);
    }

    private void failAndRescue(Watch watch, Body body) {
        Inspection inspection = new Inspection(
                watch,
                new Shield(told::add),
                new HeapBook(
                        watch,
                        new Prover(HeapProof.open(System::nanoTime), new Shield(told::add), work -> {}, line -> {})),
                new OpenCalls(watch::name, System::nanoTime),
                List.of(),
                rescues::add,
                new RunReport(line -> {}),
                new ReportFolder(0, line -> {}));
        await().until(() -> {
            watch.tick(new Tick(System.nanoTime(), 0), List.of(body.thread()));
            inspection.look(List.of(body), List.of(), System.nanoTime());
            return !rescues.isEmpty();
        });
        rescues.get(0).run(line -> {});
    }

    /** A body that no interrupt ends, so that the ladder has to be climbed. */
    private Body start(Future<?> stuck) {
        Thread[] thread = new Thread[1];
        Body[] body = new Body[1];
        thread[0] = Pools.daemon(
                () -> {
                    swallowInterrupts(stuck);
                    body[0].end();
                },
                "body");
        body[0] = new Body(scope, settings(), log, Set.of(), thread[0], false);
        thread[0].start();
        return body[0];
    }

    private static void swallowInterrupts(Future<?> stuck) {
        try {
            Stalls.swallowInterrupts(stuck);
        } catch (Exception end) {
            assertThat(stuck).isDone();
        }
    }

    private Settings settings() {
        return Given.settings(false, folder, Given.byTheGraph());
    }

    private static Watch openedWatch() {
        AgentStatus status = Attachment.ensure(AgentMode.AUTO, line -> {});
        assertThat(status).isInstanceOf(AgentStatus.Present.class);
        ((AgentStatus.Present) status).open(Watch.class.getModule());
        return Watch.open(System::nanoTime);
    }
}
