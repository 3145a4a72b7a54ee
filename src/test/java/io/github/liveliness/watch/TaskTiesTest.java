package io.github.liveliness.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.liveliness.model.Activity;
import io.github.liveliness.model.ThreadState;
import io.github.liveliness.model.Waker;
import io.github.liveliness.model.Waker.Tie;
import io.github.liveliness.testing.KeepingPools;
import io.github.liveliness.testing.Pools;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whether anybody but a worker could run the task that a worker of the same pool waits for. */
class TaskTiesTest {
    private final List<ExecutorService> executors = new ArrayList<>();
    private Watch watch;

    @BeforeEach
    void openTheWatch() {
        OpenedJdk.internals();
        watch = Watch.open(System::nanoTime);
    }

    @AfterEach
    void letEverythingGo() {
        executors.forEach(ExecutorService::shutdownNow);
    }

    @Test
    void aCallableThatIsSubmittedIsTheExecutors() {
        ExecutorService pool = pool();

        assertThat(tie(pool, () -> pool.submit(() -> 1).get())).isEqualTo(Tie.OWNER);
    }

    @Test
    void aRunnableThatIsSubmittedIsTheExecutors() {
        ExecutorService pool = pool();

        assertThat(tie(pool, () -> pool.submit(() -> {}).get())).isEqualTo(Tie.OWNER);
    }

    @Test
    void aRunnableThatIsSubmittedWithItsResultIsTheExecutors() {
        ExecutorService pool = pool();

        assertThat(tie(pool, () -> pool.submit(() -> {}, 1).get())).isEqualTo(Tie.OWNER);
    }

    @Test
    void whatIsInvokedIsTheExecutors() {
        ExecutorService pool = pool();

        assertThat(tie(pool, () -> pool.invokeAll(List.of(() -> 1)))).isEqualTo(Tie.OWNER);
    }

    @Test
    void theWrappersOfTheJdkKeepNothing() {
        ExecutorService single = managed(Executors.newSingleThreadExecutor(Pools.threads("single")));
        ExecutorService fixed = managed(Executors.unconfigurableExecutorService(Pools.fixed("fixed", 1)));

        assertThat(tie(single, () -> single.submit(() -> 1).get())).isEqualTo(Tie.OWNER);
        assertThat(tie(fixed, () -> fixed.submit(() -> 1).get())).isEqualTo(Tie.OWNER);
    }

    @Test
    void aPoolThatHearsOnlyOfRunningTasksKeepsNoneThatIsQueued() {
        ExecutorService pool = managed(new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>()) {
            @Override
            protected void afterExecute(Runnable task, Throwable failure) {
                getQueue().clear();
            }
        });

        assertThat(tie(pool, () -> pool.submit(() -> 1).get())).isEqualTo(Tie.OWNER);
    }

    @Test
    void aTaskThatSomebodyMadeMayBeRunByHand() {
        ExecutorService pool = pool();
        FutureTask<Integer> made = new FutureTask<>(() -> 1);

        assertThat(tie(pool, () -> {
                    pool.execute(made);
                    return made.get();
                }))
                .isEqualTo(Tie.CANDIDATE);
    }

    @Test
    void aTaskThatSomebodyMadeStaysHisBehindAWrapperOfTheJdk() {
        ExecutorService pool = managed(Executors.newSingleThreadExecutor(Pools.threads("single")));
        FutureTask<Integer> made = new FutureTask<>(() -> 1);

        assertThat(tie(pool, () -> {
                    pool.execute(made);
                    return made.get();
                }))
                .isEqualTo(Tie.CANDIDATE);
    }

    @ParameterizedTest
    @EnumSource
    void aPoolThatSeesItsTasksMayKeepThem(KeepingPools kind) {
        ExecutorService pool = managed(kind.make("keeping"));

        assertThat(tie(pool, () -> kind.waitFor(pool, () -> 1))).isEqualTo(Tie.CANDIDATE);
    }

    @Test
    void aTaskThatRunsIsItsRunnersWhoeverMadeIt() {
        ExecutorService pool = pool();
        ExecutorService other = pool();
        CountDownLatch never = new CountDownLatch(1);
        FutureTask<Integer> made = new FutureTask<>(() -> {
            never.await();
            return 1;
        });

        other.execute(made);

        assertThat(waker(pool, made::get))
                .isInstanceOfSatisfying(
                        Waker.RunningTask.class,
                        waker -> assertThat(waker.tie()).isEqualTo(Tie.OWNER));
    }

    @Test
    void aTaskOfAScheduledPoolIsACandidate() {
        ScheduledExecutorService pool = Executors.newScheduledThreadPool(1, Pools.threads("timer"));
        managed(pool);

        assertThat(tie(pool, () -> pool.submit(() -> 1).get())).isEqualTo(Tie.CANDIDATE);
    }

    @Test
    void aTaskOfAScheduledPoolIsACandidateAlsoOnceItIsDue() {
        ScheduledExecutorService pool = Executors.newSingleThreadScheduledExecutor(Pools.threads("timer"));
        managed(pool);

        assertThat(tie(pool, () -> pool.schedule(() -> 1, 0, TimeUnit.SECONDS).get()))
                .isEqualTo(Tie.CANDIDATE);
    }

    private Tie tie(ExecutorService pool, Callable<?> waiting) {
        Waker waker = waker(pool, waiting);
        assertThat(waker).isInstanceOf(Waker.QueuedTask.class);
        return ((Waker.QueuedTask) waker).tie();
    }

    /** Who could end the wait of a task, which may itself have submitted what it waits for. */
    private Waker waker(ExecutorService pool, Callable<?> waiting) {
        AtomicReference<Thread> worker = new AtomicReference<>();
        pool.execute(() -> {
            worker.set(Thread.currentThread());
            callInterruptibly(waiting);
        });
        await().until(() -> worker.get() != null && LockSupport.getBlocker(worker.get()) instanceof Future);
        watch.tick(new Tick(System.nanoTime(), 0), List.of());
        ThreadState state =
                watch.snapshot(List.of()).thread(watch.name(worker.get())).orElseThrow();
        assertThat(((Activity.Waiting) state.activity()).wakers()).hasSize(1);
        return ((Activity.Waiting) state.activity()).wakers().get(0);
    }

    private static void callInterruptibly(Callable<?> waiting) {
        try {
            waiting.call();
        } catch (Exception overAtLast) {
            Thread.currentThread().interrupt();
        }
    }

    private ExecutorService pool() {
        return managed(Pools.fixed("plain", 1));
    }

    private ExecutorService managed(ExecutorService executor) {
        executors.add(executor);
        return executor;
    }
}
