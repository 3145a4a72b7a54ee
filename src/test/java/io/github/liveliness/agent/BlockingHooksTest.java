package io.github.liveliness.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.liveliness.agent.boot.BlockingHooks;
import io.github.liveliness.agent.boot.CallKind;
import io.github.liveliness.agent.boot.Hooks;
import io.github.liveliness.agent.boot.Numbers;
import io.github.liveliness.agent.boot.ScopeMark;
import io.github.liveliness.agent.boot.SeenCall;
import io.github.liveliness.agent.boot.SeenCalls;
import io.github.liveliness.agent.boot.VirtualThreadCalls;
import io.github.liveliness.agent.boot.Worker;
import io.github.liveliness.agent.boot.WorkerTable;
import io.github.liveliness.testing.Pools;
import java.io.IOException;
import java.nio.channels.Pipe;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The hooks called by hand, on a thread that works for a pool. */
class BlockingHooksTest {

    private static final int FILE = CallKind.FILE.number();
    private static final int SLEEP = CallKind.SLEEP.number();

    private final long scope = Numbers.nextScope();
    private final ExecutorService pool = Executors.newFixedThreadPool(1);
    private final List<SeenCall> seen = new ArrayList<>();

    @BeforeEach
    void wantCalls() {
        Attachment.hookBlockingCalls();
        SeenCalls.SEEN.open(scope, SeenCalls.LEAST_WAIT, VirtualThreadCalls.NONE);
    }

    @AfterEach
    void leaveThem() {
        SeenCalls.SEEN.close(scope);
        pool.shutdown();
    }

    @Test
    void aCallInsideATaskIsSeen() throws InterruptedException {
        inATask(pool, () -> {
            BlockingHooks.callBegins(FILE);
            BlockingHooks.callEnds();
        });

        assertThat(seen).singleElement().satisfies(call -> {
            assertThat(call.kind()).isEqualTo(CallKind.FILE);
            assertThat(call.executor().get()).isSameAs(pool);
            assertThat(call.stack().get(0).getClassName()).isEqualTo(BlockingHooksTest.class.getName());
        });
    }

    @Test
    void ofNestedCallsTheOutermostCounts() throws InterruptedException {
        inATask(pool, () -> {
            BlockingHooks.callBegins(FILE);
            BlockingHooks.callBegins(CallKind.CHANNEL.number());
            BlockingHooks.callEnds();
            BlockingHooks.callEnds();
        });

        assertThat(seen).extracting(SeenCall::kind).containsExactly(CallKind.FILE);
    }

    @Test
    void outsideOfATaskNothingCounts() throws InterruptedException {
        inAWorker(pool, () -> {
            BlockingHooks.callBegins(FILE);
            BlockingHooks.taskBegins(this);
            BlockingHooks.callEnds();
            BlockingHooks.taskEnds();
            BlockingHooks.callBegins(FILE);
            BlockingHooks.callEnds();
        });

        assertThat(seen).isEmpty();
    }

    @Test
    void aPoolThatMakesAThreadForEachTaskMayBlock() throws InterruptedException {
        ExecutorService cached = Executors.newCachedThreadPool();

        inATask(cached, () -> {
            BlockingHooks.callBegins(FILE);
            BlockingHooks.callEnds();
        });

        assertThat(seen).isEmpty();
        cached.shutdown();
    }

    @Test
    void aShortWaitIsNone() throws InterruptedException {
        inATask(pool, () -> {
            BlockingHooks.callBegins(SLEEP);
            BlockingHooks.callEnds();
        });

        assertThat(seen).isEmpty();
    }

    @Test
    void aNativeCallThatHasThrownIsOverWhenTheNextBegins() throws InterruptedException {
        inATask(pool, () -> {
            BlockingHooks.siteBegins(SLEEP);
            BlockingHooks.callBegins(FILE);
            BlockingHooks.callEnds();
        });

        assertThat(seen).extracting(SeenCall::kind).containsExactly(CallKind.FILE);
    }

    @Test
    void whoAsksForAnotherScopeTakesNothing() throws InterruptedException {
        long other = Numbers.nextScope();
        SeenCalls.SEEN.open(other, SeenCalls.LEAST_WAIT, VirtualThreadCalls.NONE);

        inATask(pool, () -> {
            BlockingHooks.callBegins(FILE);
            BlockingHooks.callEnds();
            assertThat(SeenCalls.SEEN.take(other)).isEmpty();
        });
        SeenCalls.SEEN.close(other);

        assertThat(seen).hasSize(1);
        assertThat(SeenCalls.SEEN.take(other)).isEmpty();
    }

    @Test
    void aShortWaitCountsWhileAnyScopeWantsIt() throws InterruptedException {
        long other = Numbers.nextScope();
        SeenCalls.SEEN.open(other, 0, VirtualThreadCalls.NONE);
        inATask(pool, BlockingHooksTest::waitsShortly);
        SeenCalls.SEEN.close(other);
        inATask(pool, BlockingHooksTest::waitsShortly);

        assertThat(seen).hasSize(1);
    }

    private static void waitsShortly() {
        BlockingHooks.callBegins(SLEEP);
        BlockingHooks.callEnds();
    }

    @Test
    void aNativeCallThatHasThrownIsOverWhereItIsCaught() throws InterruptedException {
        inATask(pool, () -> {
            BlockingHooks.siteThrows();
            BlockingHooks.siteBegins(FILE);
            BlockingHooks.siteThrows();
            BlockingHooks.siteThrows();
        });

        assertThat(seen).extracting(SeenCall::kind).containsExactly(CallKind.FILE);
    }

    @Test
    void theCallOfAMockIsNone() throws InterruptedException {
        inATask(pool, () -> {
            BlockingHooks.callBegins(FILE);
            BlockingHooks.callIsMocked();
            BlockingHooks.callEnds();
        });

        assertThat(seen).isEmpty();
    }

    @Test
    void aChannelThatDoesNotBlockIsLeftAlone() throws IOException, InterruptedException {
        Pipe pipe = Pipe.open();
        Pipe.SourceChannel source = pipe.source();
        source.configureBlocking(false);
        int channel = CallKind.CHANNEL.number();

        inATask(pool, () -> {
            BlockingHooks.channelCallBegins(source, channel);
            BlockingHooks.callEnds();
            BlockingHooks.channelCallBegins(pipe.sink(), channel);
            BlockingHooks.callEnds();
        });

        assertThat(seen).extracting(SeenCall::kind).containsExactly(CallKind.CHANNEL);
        source.close();
        pipe.sink().close();
    }

    @Test
    void aCallThatHasNotReturnedIsFoundWithItsThread() throws InterruptedException {
        List<Worker> inCalls = new ArrayList<>();

        inATask(pool, () -> {
            BlockingHooks.callBegins(FILE);
            inCalls.addAll(WorkerTable.inCalls());
            BlockingHooks.callEnds();
        });

        assertThat(inCalls)
                .filteredOn(worker -> worker.executor().get() == pool)
                .extracting(Worker::kind)
                .containsExactly(CallKind.FILE);
        assertThat(WorkerTable.inCalls()).noneMatch(worker -> worker.executor().get() == pool);
    }

    @Test
    void whoCallsWithoutPauseIsLookedAtNowAndThen() throws InterruptedException {
        int calls = 100_000;

        inATask(pool, () -> {
            for (int call = 0; call < calls; call++) {
                BlockingHooks.callBegins(FILE);
                BlockingHooks.callEnds();
            }
        });

        assertThat(seen).hasSizeBetween(1, calls - 1);
        assertThat(SeenCalls.SEEN.passedBy(scope)).isEqualTo(calls - seen.size());
    }

    @Test
    void whatATaskOfALoopRunsIsPartOfIt() throws InterruptedException {
        inAWorker(pool, () -> {
            BlockingHooks.loopRuns(pool);
            BlockingHooks.loopTaskBegins("outer");
            BlockingHooks.loopTaskBegins("inner");
            BlockingHooks.loopTaskEnds();
            BlockingHooks.callBegins(FILE);
            BlockingHooks.callEnds();
            BlockingHooks.loopTaskEnds();
            BlockingHooks.callBegins(SLEEP);
            BlockingHooks.callEnds();
        });

        assertThat(seen).extracting(SeenCall::kind).containsExactly(CallKind.FILE);
    }

    @Test
    void aLoopOnAThreadThatAPoolLendsIsNoTaskOfThatPool() throws InterruptedException {
        ExecutorService loop = Executors.newFixedThreadPool(1);

        inATask(pool, () -> {
            BlockingHooks.loopRuns(loop);
            BlockingHooks.callBegins(FILE);
            BlockingHooks.callEnds();
        });

        assertThat(seen).isEmpty();
        loop.shutdown();
    }

    @Test
    void whileOthersRecordItIsRememberedWhenTasksRanThoughTheThreadHasEnded() throws InterruptedException {
        List<Long> moments = new ArrayList<>();
        SeenCalls.SEEN.record();
        try {
            inAWorker(pool, () -> {
                moments.add(System.nanoTime());
                BlockingHooks.taskBegins(this);
                moments.add(System.nanoTime());
                BlockingHooks.taskEnds();
                moments.add(System.nanoTime() + 1);
            });
            System.gc();

            assertThat(workersOfThePool())
                    .singleElement()
                    .satisfies(worker ->
                            assertThat(moments).extracting(worker::ranTaskAt).containsExactly(false, true, false));
        } finally {
            SeenCalls.SEEN.stopRecording();
        }
        await().until(() -> {
            System.gc();
            return workersOfThePool().isEmpty();
        });
    }

    private List<Worker> workersOfThePool() {
        return WorkerTable.all().stream()
                .filter(worker -> worker.executor().get() == pool)
                .toList();
    }

    private void inATask(ExecutorService executor, Runnable body) throws InterruptedException {
        inAWorker(executor, () -> {
            BlockingHooks.taskBegins(this);
            try {
                body.run();
            } finally {
                BlockingHooks.taskEnds();
            }
        });
    }

    private void inAWorker(ExecutorService executor, Runnable body) throws InterruptedException {
        Thread worker = Pools.daemon(
                () -> {
                    Hooks.workerStarted(executor);
                    ScopeMark.enter(scope);
                    body.run();
                },
                "worker");
        worker.start();
        worker.join();
        seen.addAll(SeenCalls.SEEN.take(scope));
    }
}
