package example;

import io.github.liveliness.monitor.LivelinessMonitor;
import io.github.liveliness.monitor.StallEvent;
import io.github.liveliness.monitor.StallListener;
import io.github.liveliness.monitor.Watcher;
import java.time.Duration;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** A pool that starves itself: warn at 1 s, give up at 5 s. */
public final class StalledRuntime {

    private StalledRuntime() {}

    public static void main(String[] args) throws InterruptedException {
        ExecutorService pool = Executors.newFixedThreadPool(2);
        try (LivelinessMonitor monitor = LivelinessMonitor.start(pool);
                Watcher watcher = Watcher.builder()
                        .warnAfter(Duration.ofSeconds(1))
                        .giveUpAfter(Duration.ofSeconds(5))
                        .listener(new WarnThenInterrupt(pool))
                        .start()) {
            watcher.watch("orders", monitor);

            System.out.println("Two tasks take both threads. Each waits for a task that is queued behind them.");
            CyclicBarrier bothThreadsTaken = new CyclicBarrier(2);
            Future<String> first = pool.submit(() -> outerTask(pool, bothThreadsTaken));
            Future<String> second = pool.submit(() -> outerTask(pool, bothThreadsTaken));

            System.out.println("The first task ended: " + outcomeOf(first));
            System.out.println("The second task ended: " + outcomeOf(second));
        }
    }

    private static String outerTask(ExecutorService pool, CyclicBarrier bothThreadsTaken)
            throws InterruptedException, BrokenBarrierException, ExecutionException {
        bothThreadsTaken.await();
        return pool.submit(() -> "done").get();
    }

    private static String outcomeOf(Future<String> task) throws InterruptedException {
        try {
            return task.get();
        } catch (ExecutionException failed) {
            return failed.getCause().getClass().getSimpleName();
        }
    }

    private static final class WarnThenInterrupt implements StallListener {

        private final ExecutorService pool;

        WarnThenInterrupt(ExecutorService pool) {
            this.pool = pool;
        }

        @Override
        public void onStall(StallEvent stall) {
            System.out.println("Warning: pool '" + stall.runtime() + "' has started no task for "
                    + stall.silence().toSeconds() + " s, it is probably stalled.");
        }

        @Override
        public void onGiveUp(StallEvent stall) {
            System.out.println("Giving up on pool '" + stall.runtime() + "' after "
                    + stall.silence().toSeconds() + " s, its tasks are interrupted.");
            pool.shutdownNow();
        }
    }
}
