package io.github.liveliness.blocking;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.liveliness.testing.Pools;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Stacks of this JDK's own pools. */
class TaskFramesTest {

    private static final Callable<Thread> WORKER = Thread::currentThread;
    private static final Callable<List<StackTraceElement>> STACK =
            () -> List.of(Thread.currentThread().getStackTrace());

    @Test
    void tasksOfTheJdksPoolsAreTasks() throws Exception {
        ExecutorService fixed = Pools.fixed("fixed", 1);
        ForkJoinPool forkJoin = new ForkJoinPool(1);

        assertThat(TaskFrames.isInTask(fixed.submit(STACK).get())).isTrue();
        assertThat(TaskFrames.isInTask(forkJoin.submit(STACK).get())).isTrue();
        assertThat(TaskFrames.isInTask(STACK.call())).isFalse();

        fixed.shutdown();
        forkJoin.shutdown();
    }

    @Test
    void anIdleWorkerIsInNoneAndShowsWhetherItsPoolIsBounded() throws Exception {
        ExecutorService fixed = Pools.fixed("fixed", 1);
        ExecutorService cached = Executors.newCachedThreadPool();

        List<StackTraceElement> ofFixed = whenIdle(fixed);
        List<StackTraceElement> ofCached = whenIdle(cached);

        assertThat(TaskFrames.isInTask(ofFixed)).isFalse();
        assertThat(TaskFrames.isInTask(ofCached)).isFalse();
        assertThat(TaskFrames.isOfBoundedPool(ofFixed)).isTrue();
        assertThat(TaskFrames.isOfBoundedPool(ofCached)).isFalse();

        fixed.shutdown();
        cached.shutdown();
    }

    @Test
    void somePoolsAreBoundedByWhatTheyAre() throws Exception {
        ScheduledExecutorService scheduled = Executors.newScheduledThreadPool(1);
        ForkJoinPool forkJoin = new ForkJoinPool(1);
        ExecutorService fixed = Pools.fixed("fixed", 1);

        assertThat(TaskFrames.isOfBoundedPool(
                        scheduled.schedule(STACK, 0, TimeUnit.SECONDS).get()))
                .isTrue();
        assertThat(TaskFrames.isOfBoundedPool(forkJoin.submit(STACK).get())).isTrue();
        assertThat(TaskFrames.isOfBoundedPool(fixed.submit(STACK).get())).isFalse();

        scheduled.shutdown();
        forkJoin.shutdown();
        fixed.shutdown();
    }

    private static List<StackTraceElement> whenIdle(ExecutorService pool) throws Exception {
        Thread worker = pool.submit(WORKER).get();
        Awaitility.await()
                .until(() ->
                        worker.getState() == Thread.State.WAITING || worker.getState() == Thread.State.TIMED_WAITING);
        return List.of(worker.getStackTrace());
    }
}
