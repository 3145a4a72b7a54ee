package io.github.liveliness.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.liveliness.model.ExecutorState.Growth;
import io.github.liveliness.model.ExecutorState.Kind;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Needs no agent, and nothing opened. */
class PublicThreadPoolAdapterTest {
    private static final int MANY = 100;

    private final ThreadIdentifiers identifiers = new ThreadIdentifiers(Optional.empty());
    private final ThreadReader reader = new ThreadReader(identifiers);
    private final PoolThreads threads = new PoolThreads(reader, identifiers);
    private final PublicThreadPoolAdapter adapter = new PublicThreadPoolAdapter(threads);
    private final ThreadPoolExecutor pool = pool(2, new LinkedBlockingQueue<>());
    private final CountDownLatch end = new CountDownLatch(1);

    @AfterEach
    void end() {
        end.countDown();
        pool.shutdown();
    }

    @Test
    void aPoolWhoseThreadsAreAllAtWorkShowsItsWorkersAndItsQueue() {
        occupy(pool, 2);
        FutureTask<Integer> queued = new FutureTask<>(() -> 1);
        pool.execute(queued);

        assertThat(adapter.pulse(pool).pressed()).isTrue();
        Reading reading = adapter.read(pool, MANY);
        assertThat(reading.tasks()).containsExactly(queued);
        assertThat(reading.backlog()).isEqualTo(1);
        assertThat(reading.size().live()).isEqualTo(2);
        assertThat(reading.size().growth()).isEqualTo(Growth.CLOSED);
        assertThat(reading.queue()).isSameAs(pool.getQueue());
        assertThat(reading.workers()).hasSizeGreaterThanOrEqualTo(2).noneMatch(Reading.Worker::idle);
        assertThat(adapter.kind(pool)).isEqualTo(Kind.THREAD_POOL);
    }

    @Test
    void aPoolWithAnIdleThreadOrNothingDueIsCalm() {
        occupy(pool, 2);
        assertThat(adapter.pulse(pool).pressed()).isFalse();

        end.countDown();
        await().until(() -> pool.getActiveCount() == 0);
        assertThat(adapter.read(pool, MANY).workers()).isEmpty();
    }

    /** A thread works for one pool as long as it lives. */
    @Test
    void threadsThatAreKnownToWorkForAnotherPoolAreNotTakenForItsOwn() {
        occupy(pool, 2);
        List<Thread> both = adapter.read(pool, MANY).workers().stream()
                .map(Reading.Worker::thread)
                .toList();
        Thread one = both.get(0);
        Object other = new Object();

        threads.settle(other, List.of(one));

        assertThat(adapter.read(pool, MANY).workers())
                .extracting(Reading.Worker::thread)
                .doesNotContain(one)
                .contains(both.get(1));
        assertThat(threads.candidates(other)).contains(one);
    }

    @Test
    void aQueueThatOverflowsLetsThePoolGrow() {
        ThreadPoolExecutor growing = new ThreadPoolExecutor(1, 2, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(2));
        occupy(growing, 1);

        assertThat(adapter.read(growing, MANY).size().growth()).isEqualTo(Growth.ON_OVERFLOW);
        occupy(growing, 3);
        assertThat(adapter.read(growing, MANY).size().growth()).isEqualTo(Growth.CLOSED);
        end.countDown();
        growing.shutdown();
    }

    @Test
    void onlyDueTasksOfAScheduledPoolCount() {
        ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1);
        occupy(timer, 1);
        timer.schedule(() -> 1, 1, TimeUnit.HOURS);
        assertThat(adapter.pulse(timer).pressed()).isFalse();

        timer.execute(() -> {});

        await().until(() -> adapter.pulse(timer).pressed());
        assertThat(adapter.read(timer, MANY).backlog()).isEqualTo(1);
        assertThat(adapter.kind(timer)).isEqualTo(Kind.SCHEDULED_POOL);
        timer.shutdownNow();
    }

    private static ThreadPoolExecutor pool(int size, BlockingQueue<Runnable> queue) {
        return new ThreadPoolExecutor(size, size, 0, TimeUnit.SECONDS, queue, Executors.defaultThreadFactory());
    }

    private void occupy(ThreadPoolExecutor executor, int tasks) {
        for (int i = 0; i < tasks; i++) {
            executor.execute(this::awaitEnd);
        }
        await().until(() -> reader.insidePoolTasks().size() >= executor.getPoolSize()
                && executor.getActiveCount() == executor.getPoolSize());
    }

    private void awaitEnd() {
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
