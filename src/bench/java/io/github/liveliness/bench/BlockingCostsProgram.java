package io.github.liveliness.bench;

import com.sun.management.ThreadMXBean;
import io.github.liveliness.agent.AgentMode;
import io.github.liveliness.agent.Attachment;
import io.github.liveliness.agent.boot.Numbers;
import io.github.liveliness.agent.boot.ScopeMark;
import io.github.liveliness.agent.boot.SeenCalls;
import io.github.liveliness.agent.boot.VirtualThreadCalls;
import java.io.FileInputStream;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.ToDoubleFunction;
import java.util.regex.Pattern;

/** Calls what may block, where it does not block for long, again and again, and prints how long that takes and what it allocates. */
final class BlockingCostsProgram {
    private static final Pattern WANTED = Pattern.compile(System.getenv().getOrDefault("BLOCKING_CALLS", ".*"));
    private static final long WARM_UP_NANOS = 1_000_000_000;
    private static final long ROUND_NANOS = 300_000_000;
    private static final int ROUNDS = 5;
    private static final int CALLS_BETWEEN_LOOKS_AT_THE_CLOCK = 100;

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private interface Call {
        void run() throws Exception;
    }

    private BlockingCostsProgram() {}

    public static void main(String[] arguments) throws Exception {
        String mode = System.getProperty("mode");
        if (!mode.equals("plain")) {
            Attachment.ensure(AgentMode.REQUIRED, line -> {});
            Attachment.hookBlockingCalls();
            long scope = Numbers.nextScope();
            ScopeMark.enter(scope);
            SeenCalls.SEEN.open(scope, SeenCalls.LEAST_WAIT, VirtualThreadCalls.NONE);
        }
        if (mode.equals("task")) {
            ExecutorService pool = Executors.newFixedThreadPool(1);
            pool.submit(() -> {
                        measureAll();
                        return pool;
                    })
                    .get();
            pool.shutdown();
        } else {
            measureAll();
        }
    }

    @SuppressWarnings("WaitNotInLoop") // each wait is interrupted before it begins
    private static void measureAll() throws Exception {
        Thread thread = Thread.currentThread();
        measure("park+unpark", () -> {
            LockSupport.unpark(thread);
            LockSupport.park();
        });
        ReentrantLock lock = new ReentrantLock();
        measure("lock+unlock", () -> {
            lock.lock();
            try {
                assert lock.isLocked();
            } finally {
                lock.unlock();
            }
        });
        Semaphore permits = new Semaphore(1);
        measure("acquire+release", () -> {
            permits.acquire();
            permits.release();
        });
        Object monitor = new Object();
        measure("interruptedWait", () -> {
            thread.interrupt();
            try {
                synchronized (monitor) {
                    monitor.wait(1_000, 1);
                }
            } catch (InterruptedException atOnce) {
                assert !thread.isInterrupted();
            }
        });
        byte[] bytes = new byte[64];
        try (FileInputStream zeros = new FileInputStream("/dev/zero")) {
            measure("read64", () -> zeros.read(bytes));
        }
    }

    private static void measure(String name, Call call) throws Exception {
        if (!WANTED.matcher(name).matches()) {
            return;
        }
        round(call, WARM_UP_NANOS);
        Cost[] rounds = new Cost[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            rounds[round] = round(call, ROUND_NANOS);
        }
        System.out.printf(
                Locale.ROOT,
                "%s%s %.2f %.3f%n",
                BlockingCosts.RESULT,
                name,
                median(rounds, Cost::nanos),
                median(rounds, Cost::bytes));
    }

    /** What a call takes. */
    private record Cost(double nanos, double bytes) {}

    private static double median(Cost[] rounds, ToDoubleFunction<Cost> figure) {
        return Spread.of(Arrays.stream(rounds).mapToDouble(figure).toArray()).median();
    }

    private static Cost round(Call call, long nanos) throws Exception {
        long allocated = THREADS.getCurrentThreadAllocatedBytes();
        long start = System.nanoTime();
        long calls = 0;
        while (System.nanoTime() - start < nanos) {
            for (int next = 0; next < CALLS_BETWEEN_LOOKS_AT_THE_CLOCK; next++) {
                call.run();
            }
            calls += CALLS_BETWEEN_LOOKS_AT_THE_CLOCK;
        }
        long end = System.nanoTime();
        return new Cost(
                (double) (end - start) / calls,
                (double) (THREADS.getCurrentThreadAllocatedBytes() - allocated) / calls);
    }
}
