package io.github.liveliness.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Runtimes that are known by their submit function alone. */
class StartOnAnyRuntimeTest {

    @Test
    void anEventLoopThatIsNoExecutorReports() throws InterruptedException {
        EventLoop loop = new EventLoop();
        loop.start();

        Started<String> started = LivelinessMonitor.start(loop::post);

        try (LivelinessMonitor monitor = started.monitor()) {
            await().until(() -> loop.ran.get() >= 3);
            assertThat(monitor.isBeating()).isTrue();
        } finally {
            loop.interrupt();
            loop.join();
        }
    }

    @Test
    void whatSpawnReturnedIsHandedBack() {
        Started<String> started = LivelinessMonitor.start(new EventLoop()::post);

        assertThat(started.spawned()).isEqualTo("task 1");
    }

    @Test
    void anExecutorsFutureIsHandedBack() throws Exception {
        ExecutorService pool = Executors.newSingleThreadExecutor();
        Spawn<Future<?>> submit = pool::submit;

        Started<Future<?>> started = LivelinessMonitor.start(submit, Pace.standard());

        started.spawned().get(10, TimeUnit.SECONDS);
        started.monitor().close();
        pool.shutdown();
    }

    @Test
    void aLambdaSaysByTheTypeOfItsParameterThatItIsASpawnFunction() {
        EventLoop loop = new EventLoop();

        Started<String> answered = LivelinessMonitor.start((Runnable beat) -> loop.post(beat));
        Started<String> paced = LivelinessMonitor.start((Runnable beat) -> loop.post(beat), Pace.standard());

        assertThat(answered.spawned()).isEqualTo("task 1");
        assertThat(paced.spawned()).isEqualTo("task 2");
    }

    @Test
    void aFunctionThatReturnsNothingServesAsAnExecutor() {
        BlockingQueue<Runnable> tasks = new LinkedBlockingQueue<>();

        LivelinessMonitor monitor = LivelinessMonitor.start((Runnable beat) -> {
            tasks.add(beat);
        });

        assertThat(monitor.isBeating()).isTrue();
        assertThat(tasks).hasSize(1);
    }

    /** A thread with a queue, such as people write by hand. */
    private static final class EventLoop extends Thread {

        private final BlockingQueue<Runnable> tasks = new LinkedBlockingQueue<>();
        private final AtomicInteger posted = new AtomicInteger();
        private final AtomicInteger ran = new AtomicInteger();

        String post(Runnable task) {
            tasks.add(task);
            return "task " + posted.incrementAndGet();
        }

        @Override
        public void run() {
            try {
                while (true) {
                    tasks.take().run();
                    ran.incrementAndGet();
                }
            } catch (InterruptedException end) {
                interrupt();
            }
        }
    }
}
