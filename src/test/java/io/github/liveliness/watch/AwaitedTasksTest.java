package io.github.liveliness.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.liveliness.model.ExecutorId;
import io.github.liveliness.model.ScopeId;
import io.github.liveliness.testing.Pools;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which task of its own, queued in an executor of whoever, a test body waits for. */
class AwaitedTasksTest {
    private static final ScopeId OWNER = new ScopeId(Long.MAX_VALUE - 2);
    private static final ScopeId TEST = new ScopeId(Long.MAX_VALUE - 3);

    private final CountDownLatch over = new CountDownLatch(1);
    private Watch watch;
    private ExecutorService shared;
    private Future<?> running;

    @BeforeEach
    void occupyTheSharedPool() {
        OpenedJdk.internals();
        watch = Watch.open(System::nanoTime);
        shared = Hooked.inScope(OWNER, () -> Pools.fixed("shared", 1));
        running = submit(TEST);
    }

    @AfterEach
    void letEverythingGo() {
        over.countDown();
        shared.shutdownNow();
    }

    @Test
    void aQueuedTaskOfTheTestIsFound() {
        Future<?> queued = submit(TEST);

        assertThat(awaited(queued)).containsSame((FutureTask<?>) queued);
    }

    @Test
    void aQueuedTaskOfSomebodyElseIsNot() {
        assertThat(awaited(submit(OWNER))).isEmpty();
    }

    @Test
    void aTaskThatRunsIsNotQueued() {
        assertThat(awaited(running)).isEmpty();
    }

    @Test
    void aFutureOfTheUsersOwnKindIsLeftAlone() {
        FutureTask<Integer> special = new FutureTask<>(() -> 1) {};
        Hooked.inScope(TEST, () -> {
            shared.execute(special);
            return special;
        });

        assertThat(awaited(special)).isEmpty();
    }

    @Test
    void anExecutorOutsideTheStallIsNotSearched() {
        Thread body = waitFor(submit(TEST));

        assertThat(watch.queuedTaskAwaitedBy(body, List.of(), TEST)).isEmpty();
    }

    private Optional<FutureTask<?>> awaited(Future<?> task) {
        Thread body = waitFor(task);
        watch.tick(new Tick(System.nanoTime(), 0), List.of());
        List<ExecutorId> executors = watch.madeBy(OWNER);
        assertThat(executors).isNotEmpty();
        return watch.queuedTaskAwaitedBy(body, executors, TEST);
    }

    private Future<?> submit(ScopeId submitter) {
        return Hooked.inScope(
                submitter,
                () -> shared.submit(() -> {
                    over.await();
                    return 1;
                }));
    }

    private static Thread waitFor(Future<?> task) {
        Thread body = Pools.daemon(
                () -> {
                    try {
                        task.get();
                    } catch (Exception over) {
                        Thread.currentThread().interrupt();
                    }
                },
                "body");
        body.start();
        await().until(() -> LockSupport.getBlocker(body) == task);
        return body;
    }
}
