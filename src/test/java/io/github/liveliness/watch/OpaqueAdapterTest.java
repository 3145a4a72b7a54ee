package io.github.liveliness.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.liveliness.agent.boot.ExecutorTable;
import io.github.liveliness.model.ExecutorState.Growth;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class OpaqueAdapterTest {
    private static StartedTasks started;

    private final AtomicLong now = new AtomicLong();
    private final CountDownLatch end = new CountDownLatch(1);
    private final ThreadReader threads = new ThreadReader(new ThreadIdentifiers(JdkInternals.open()));

    @BeforeAll
    static void openTheJdk() {
        started = new StartedTasks(OpenedJdk.internals());
    }

    @AfterEach
    void end() {
        end.countDown();
    }

    @Test
    void whatLiesBehindARunningTaskIsDueAndTheRunningTaskIsNot() {
        Loop loop = new Loop();
        Runnable behind = new Behind();
        loop.execute(this::awaitEnd);
        loop.execute(behind);
        OpaqueAdapter adapter = adapter(loop);

        await().until(() -> pulse(adapter, loop).pressed());

        Reading reading = adapter.read(loop, 100);
        assertThat(reading.tasks()).containsExactly(behind);
        assertThat(reading.backlog()).isEqualTo(1);
        assertThat(reading.size().growth()).isEqualTo(Growth.CLOSED);
        assertThat(reading.workers()).extracting(Reading.Worker::thread).containsExactly(loop.thread);
        assertThat(adapter.read(loop, 0).sameWork(reading)).isTrue();
    }

    @Test
    void itsProgressStandsStillOnlyWhileItsThreadDoes() {
        Loop loop = new Loop();
        loop.execute(() -> await().until(() -> end.getCount() == 0));
        loop.execute(new Behind());
        OpaqueAdapter adapter = adapter(loop);
        await().until(() -> pulse(adapter, loop).pressed());
        long before = pulse(adapter, loop).progress();

        await().untilAsserted(() -> assertThat(pulse(adapter, loop).progress()).isNotEqualTo(before));
    }

    @Test
    void aRunningTaskAloneIsNoBacklog() {
        Loop loop = new Loop();
        loop.execute(this::awaitEnd);
        OpaqueAdapter adapter = adapter(loop);

        await().during(Duration.ofMillis(300)).until(() -> !pulse(adapter, loop).pressed());
    }

    @Test
    void whereTheQueueIsOutOfSightNothingIsKnownToBeDue() {
        Loop loop = new Loop();
        Front front = new Front(loop.thread, loop);
        front.execute(this::awaitEnd);
        front.execute(new Behind());
        OpaqueAdapter adapter = adapter(front);

        await().during(Duration.ofMillis(300))
                .until(() -> !pulse(adapter, front).pressed());
    }

    @Test
    void anExecutorWhoseThreadIsOnlyItsMakerIsNotWatched() {
        Pump pump = new Pump();
        pump.execute(new Behind());
        OpaqueAdapter adapter = adapter(pump);

        await().during(Duration.ofMillis(300)).until(() -> !pulse(adapter, pump).pressed() && pump.tasks.size() == 1);
    }

    private OpaqueAdapter adapter(Executor executor) {
        OpenSubmissions submissions = new OpenSubmissions(ExecutorTable.SEEN.find(executor), started, now::get);
        return new OpaqueAdapter(WorkerFields.of(executor.getClass()), submissions, threads, now::get);
    }

    /** Each look comes a second after the last. */
    private Pulse pulse(OpaqueAdapter adapter, Executor executor) {
        now.set(System.nanoTime() + Duration.ofSeconds(1).toNanos());
        return adapter.pulse(executor);
    }

    private void awaitEnd() {
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private record Behind() implements Runnable {
        @Override
        public void run() {
            assertThat(this).isNotNull();
        }
    }

    /** Knows the thread, and has the tasks lie elsewhere. */
    private record Front(Thread thread, Executor elsewhere) implements Executor {
        @Override
        public void execute(Runnable task) {
            elsewhere.execute(task);
        }
    }

    private static final class Loop implements Executor {
        final BlockingQueue<Runnable> queue = new LinkedBlockingQueue<>();
        final Thread thread = new Thread(this::run);

        Loop() {
            thread.setDaemon(true);
            thread.start();
        }

        @Override
        public void execute(Runnable task) {
            queue.add(task);
        }

        private void run() {
            try {
                while (true) {
                    queue.take().run();
                }
            } catch (InterruptedException end) {
                thread.interrupt();
            }
        }
    }

    private static final class Pump implements Executor {
        final Queue<Runnable> tasks = new ArrayDeque<>();
        final Thread owner = Thread.currentThread();

        @Override
        public void execute(Runnable task) {
            assertThat(owner).isNotNull();
            tasks.add(task);
        }
    }
}
