package example;

import io.github.liveliness.monitor.LivelinessMonitor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;

/** A pool that works as it should, and a monitor that says so. */
public final class HealthyRuntime {

    private HealthyRuntime() {}

    public static void main(String[] args) throws InterruptedException {
        ExecutorService pool = Executors.newFixedThreadPool(4);
        try (LivelinessMonitor monitor = LivelinessMonitor.start(pool)) {
            System.out.println("Monitoring a pool of 4 threads.");
            for (int second = 1; second <= 3; second++) {
                pool.execute(HealthyRuntime::work);
                TimeUnit.SECONDS.sleep(1);
                System.out.println("After " + second + " s: " + opinionOf(monitor));
            }
        }
        System.out.println("The monitor is closed and puts nothing into the pool any more.");
        pool.shutdown();
    }

    private static void work() {
        LongStream.range(0, 1_000_000).sum();
    }

    private static String opinionOf(LivelinessMonitor monitor) {
        return monitor.sinceLatestReport().toMillis() < 1_000
                ? "the pool is going strong, it started a task less than a second ago."
                : "the pool has started no task since " + monitor.latestReport() + ".";
    }
}
