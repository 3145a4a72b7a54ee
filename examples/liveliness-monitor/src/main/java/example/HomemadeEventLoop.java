package example;

import io.github.liveliness.monitor.LivelinessMonitor;
import io.github.liveliness.monitor.StallEvent;
import io.github.liveliness.monitor.StallListener;
import io.github.liveliness.monitor.Started;
import io.github.liveliness.monitor.Watcher;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** A monitor on something that is no {@code java.util.concurrent} executor: a thread with a queue of its own. */
public final class HomemadeEventLoop {

    private HomemadeEventLoop() {}

    public static void main(String[] args) throws InterruptedException {
        EventLoop loop = new EventLoop();
        loop.start();

        Started<String> started = LivelinessMonitor.start(loop::post);
        System.out.println("The loop took the first beat and returned '" + started.spawned() + "'.");

        CountDownLatch reply = new CountDownLatch(1);
        CountDownLatch recovered = new CountDownLatch(1);
        try (LivelinessMonitor monitor = started.monitor();
                Watcher watcher = Watcher.builder()
                        .warnAfter(Duration.ofSeconds(1))
                        .listener(new Announcer(recovered))
                        .remedy(Duration.ofSeconds(2), stall -> reply.countDown())
                        .start()) {
            watcher.watch("event loop", monitor);

            System.out.println("A handler now blocks the loop until a reply comes.");
            loop.post(() -> waitFor(reply));
            recovered.await();
        }
        loop.interrupt();
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private record Announcer(CountDownLatch recovered) implements StallListener {

        @Override
        public void onStall(StallEvent stall) {
            System.out.println("Warning: the " + stall.runtime() + " has started no task for "
                    + stall.silence().toSeconds() + " s.");
        }

        @Override
        public void onRecovery(StallEvent stall) {
            System.out.println("The reply was sent as a remedy after "
                    + stall.silence().toSeconds() + " s, and the " + stall.runtime() + " is alive again.");
            recovered.countDown();
        }
    }

    private static final class EventLoop extends Thread {

        private final BlockingQueue<Runnable> tasks = new LinkedBlockingQueue<>();
        private final AtomicInteger posted = new AtomicInteger();

        String post(Runnable task) {
            tasks.add(task);
            return "task " + posted.incrementAndGet();
        }

        @Override
        public void run() {
            try {
                while (true) {
                    tasks.take().run();
                }
            } catch (InterruptedException stopped) {
                System.out.println("The loop has stopped.");
            }
        }
    }
}
