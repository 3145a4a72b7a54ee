package io.github.liveliness.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RemediesTest {

    private static final StallEvent STALL =
            new StallEvent("pool", Duration.ofSeconds(1), HandClock.NOON, BeatState.BEATING);

    private final ThreadPoolExecutor pool =
            new ThreadPoolExecutor(2, 2, 1, TimeUnit.MINUTES, new LinkedBlockingQueue<>());

    @AfterEach
    void shutDown() {
        pool.shutdownNow();
    }

    @Test
    void addedThreadsRaiseTheCoreAndTheMaximumWhereNeeded() throws Exception {
        Remedies.addThreads(pool, 3).apply(STALL);

        assertThat(pool.getCorePoolSize()).isEqualTo(5);
        assertThat(pool.getMaximumPoolSize()).isEqualTo(5);
    }

    @Test
    void aMaximumThatIsLargeEnoughIsLeftAsItIs() throws Exception {
        pool.setMaximumPoolSize(10);

        Remedies.addThreads(pool, 3).apply(STALL);

        assertThat(pool.getCorePoolSize()).isEqualTo(5);
        assertThat(pool.getMaximumPoolSize()).isEqualTo(10);
    }

    @Test
    void noThreadsToAddIsAMistake() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Remedies.addThreads(pool, 0))
                .withMessage("Remedies.addThreads was given 0. It needs a count of 1 or more.");
    }

    @Test
    void addedThreadsEndAStallOfTasksThatWaitForTasksQueuedBehindThem() throws Exception {
        Recorder recorder = new Recorder();
        LivelinessMonitor monitor = LivelinessMonitor.start(pool);
        CyclicBarrier bothRunning = new CyclicBarrier(2);
        Future<Integer> one = pool.submit(() -> nested(bothRunning));
        Future<Integer> two = pool.submit(() -> nested(bothRunning));

        try (monitor;
                Watcher watcher = Watcher.builder()
                        .period(Duration.ofMillis(10))
                        .warnAfter(Duration.ofMillis(100))
                        .remedy(Duration.ofMillis(200), Remedies.addThreads(pool, 1))
                        .listener(recorder)
                        .start()) {
            watcher.watch("pool", monitor);

            assertThat(one.get(30, TimeUnit.SECONDS) + two.get(30, TimeUnit.SECONDS))
                    .isEqualTo(84);
            await().until(() -> recorder.lines().contains("pool: recovery"));
        }
        assertThat(recorder.lines()).containsSubsequence("pool: stall", "pool: recovery");
    }

    private int nested(CyclicBarrier bothRunning) throws Exception {
        bothRunning.await();
        return pool.submit(() -> 42).get();
    }
}
