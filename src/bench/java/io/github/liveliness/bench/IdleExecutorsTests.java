package io.github.liveliness.bench;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import io.github.liveliness.DetectStalls;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** Executors that have each run a task, and whose only thread is idle now; prints what is used of one processor meanwhile. */
abstract class IdleExecutorsTests {
    static final String COUNT = "idle.executors";
    static final String RESULT = "result: ";

    private static final Duration WARM_UP = Duration.ofSeconds(10);
    private static final Duration MEASURED = Duration.ofSeconds(20);
    private static final long STACK_BYTES = 64 << 10;

    static final class Plain extends IdleExecutorsTests {}

    @DetectStalls
    static final class Watched extends IdleExecutorsTests {}

    @Test
    void sleeps() throws Exception {
        List<ExecutorService> executors = new ArrayList<>();
        for (int number = 0; number < Integer.getInteger(COUNT); number++) {
            ExecutorService executor = Executors.newFixedThreadPool(1, IdleExecutorsTests::slim);
            executor.submit(() -> 1).get();
            executors.add(executor);
        }
        Thread.sleep(WARM_UP.toMillis());
        OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long watcher = watcherNanos();
        long processor = system.getProcessCpuTime();
        long start = System.nanoTime();
        Thread.sleep(MEASURED.toMillis());
        double wall = System.nanoTime() - start;
        System.out.printf(
                Locale.ROOT,
                "%sthe watcher %5.2f %%, the whole JVM %5.2f %% of one processor%n",
                RESULT,
                100 * (watcherNanos() - watcher) / wall,
                100 * (system.getProcessCpuTime() - processor) / wall);
        executors.forEach(ExecutorService::shutdown);
    }

    private static Thread slim(Runnable work) {
        Thread thread = new Thread(null, work, "idle", STACK_BYTES);
        thread.setDaemon(true);
        return thread;
    }

    private static long watcherNanos() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long nanos = 0;
        for (ThreadInfo thread : threads.getThreadInfo(threads.getAllThreadIds())) {
            if (thread != null && thread.getThreadName().startsWith("liveliness")) {
                nanos += Math.max(0, threads.getThreadCpuTime(thread.getThreadId()));
            }
        }
        return nanos;
    }
}
