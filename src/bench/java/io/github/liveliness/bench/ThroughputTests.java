package io.github.liveliness.bench;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import io.github.liveliness.DetectStalls;
import java.lang.management.CompilationMXBean;
import java.lang.management.ManagementFactory;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each workload warm, for a while; prints what a task took. */
abstract class ThroughputTests {
    private static final long WINDOW_NANOS = 500_000_000;
    private static final long RESTING_MILLIS = 10;
    private static final long LONGEST_WARM_UP_NANOS = 20_000_000_000L;
    private static final long MEASURED_NANOS = 700_000_000;

    static final class Plain extends ThroughputTests {}

    @DetectStalls
    static final class Watched extends ThroughputTests {}

    @ParameterizedTest
    @MethodSource("io.github.liveliness.bench.Workload#wanted")
    void runs(Workload workload) throws Exception {
        try (Workload.Round round = workload.open()) {
            warmUp(round, workload.tasks);
            OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
            long allocated = allocatedBytes();
            long processor = system.getProcessCpuTime();
            long start = System.nanoTime();
            long tasks = 0;
            while (System.nanoTime() - start < MEASURED_NANOS) {
                round.run(workload.tasks);
                tasks += workload.tasks;
            }
            double wall = System.nanoTime() - start;
            processor = system.getProcessCpuTime() - processor;
            allocated = allocatedBytes() - allocated;
            System.out.printf(
                    Locale.ROOT,
                    "%s%s %.2f %.2f %.2f%n",
                    Throughput.RESULT,
                    workload.name(),
                    wall / tasks,
                    (double) processor / tasks,
                    (double) allocated / tasks);
        }
    }

    /**
     * Until the compiler rests: an agent has it compile much of the JDK once more, and what a test needs waits in line
     * behind that for seconds.
     */
    private static void warmUp(Workload.Round round, int tasks) throws Exception {
        CompilationMXBean compiler = ManagementFactory.getCompilationMXBean();
        long start = System.nanoTime();
        long compiled;
        do {
            compiled = compiler.getTotalCompilationTime();
            long end = System.nanoTime() + WINDOW_NANOS;
            while (System.nanoTime() < end) {
                round.run(tasks);
            }
        } while (compiler.getTotalCompilationTime() - compiled > RESTING_MILLIS
                && System.nanoTime() - start < LONGEST_WARM_UP_NANOS);
    }

    /** By all threads that live, ours among them. */
    private static long allocatedBytes() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long sum = 0;
        for (long bytes : threads.getThreadAllocatedBytes(threads.getAllThreadIds())) {
            sum += Math.max(0, bytes);
        }
        return sum;
    }
}
