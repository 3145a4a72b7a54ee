package io.github.liveliness.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.liveliness.model.ExecutorId;
import io.github.liveliness.model.ScopeId;
import io.github.liveliness.testing.Pools;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which tasks, queued in an executor of whoever, are a test's own. */
class TestTasksTest {
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

        assertThat(tasksOfTheTest()).containsExactly((FutureTask<?>) queued);
    }

    @Test
    void aQueuedTaskOfSomebodyElseIsNot() {
        Future<?> another = submit(OWNER);

        assertThat(another).isNotDone();
        assertThat(tasksOfTheTest()).isEmpty();
    }

    @Test
    void aTaskThatRunsIsNotQueued() {
        assertThat(running).isNotDone();
        assertThat(tasksOfTheTest()).isEmpty();
    }

    @Test
    void aFutureOfTheUsersOwnKindIsLeftAlone() {
        FutureTask<Integer> special = new FutureTask<>(() -> 1) {};
        Hooked.inScope(TEST, () -> {
            shared.execute(special);
            return special;
        });

        assertThat(tasksOfTheTest()).isEmpty();
    }

    @Test
    void anExecutorOutsideTheStallIsNotSearched() {
        submit(TEST);
        tasksOfTheTest();

        assertThat(watch.queuedTasksOf(TEST, List.of())).isEmpty();
    }

    @Test
    void whatATaskOfTheTestSubmitsAndWaitsForIsTheTestsAndSoIsWhatItSubmitsAfterThat() throws Exception {
        over.countDown();
        Nested before = new Nested();
        Nested awaited = new Nested();
        Nested after = new Nested();
        Thread worker = waitInside(TEST, before, awaited, after);
        await().until(() -> LockSupport.getBlocker(worker) == awaited.task);
        Future<?> another = submit(OWNER);

        assertThat(tasksOfTheTest()).containsExactly(awaited.task, after.task).doesNotContain((FutureTask<?>) another);
    }

    @Test
    void whatATaskOfSomebodyElseWaitsForIsNotTheTests() throws Exception {
        over.countDown();
        Nested awaited = new Nested();
        Thread worker = waitInside(OWNER, new Nested(), awaited, new Nested());
        await().until(() -> LockSupport.getBlocker(worker) == awaited.task);

        assertThat(tasksOfTheTest()).isEmpty();
    }

    @Test
    void whatSomebodyElseSubmittedIsNotTheTestsThoughItsTaskWaitsForIt() throws Exception {
        CountDownLatch free = new CountDownLatch(1);
        AtomicReference<Thread> worker = new AtomicReference<>();
        AtomicReference<Future<?>> another = new AtomicReference<>();
        Hooked.inScope(
                TEST,
                () -> shared.submit(() -> {
                    worker.set(Thread.currentThread());
                    free.await();
                    return another.get().get();
                }));
        over.countDown();
        await().until(() -> worker.get() != null);
        another.set(Hooked.inScope(OWNER, () -> shared.submit(() -> 1)));
        free.countDown();
        await().until(() -> LockSupport.getBlocker(worker.get()) == another.get());

        assertThat(tasksOfTheTest()).isEmpty();
    }

    /** A task that was submitted inside another. */
    private static final class Nested {
        private volatile @Nullable FutureTask<?> task;
    }

    /** The worker of a task that submits three others, and waits for the second. */
    private Thread waitInside(ScopeId submitter, Nested before, Nested awaited, Nested after) throws Exception {
        CompletableFuture<Thread> worker = new CompletableFuture<>();
        Hooked.inScope(
                submitter,
                () -> shared.submit(() -> {
                    before.task = (FutureTask<?>) shared.submit(() -> 1);
                    FutureTask<?> second = (FutureTask<?>) shared.submit(() -> 2);
                    awaited.task = second;
                    after.task = (FutureTask<?>) shared.submit(() -> 3);
                    worker.complete(Thread.currentThread());
                    return second.get();
                }));
        return worker.get();
    }

    private List<FutureTask<?>> tasksOfTheTest() {
        watch.tick(new Tick(System.nanoTime(), 0), List.of());
        List<ExecutorId> executors = watch.madeBy(OWNER);
        assertThat(executors).isNotEmpty();
        return watch.queuedTasksOf(TEST, executors);
    }

    private Future<?> submit(ScopeId submitter) {
        return Hooked.inScope(
                submitter,
                () -> shared.submit(() -> {
                    over.await();
                    return 1;
                }));
    }
}
