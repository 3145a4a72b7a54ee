package io.github.liveliness.bench;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.github.liveliness.DetectStalls;
import io.github.liveliness.StallError;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * How long a starved pool of four threads goes on before its test fails: from the moment at which the last worker enters
 * {@code get()} to the end of the test, with {@code @DetectStalls} and with JUnit's {@code @Timeout} in turn.
 */
public final class StallOnset {
    private static final int THREADS = 4;
    private static final int WARM_UPS = 3;
    private static final int RUNS = 50;

    private static final AtomicLong ONSET = new AtomicLong();

    private StallOnset() {}

    /** Runs both in turn and prints what they took. */
    public static void main(String[] arguments) {
        Launcher launcher = LauncherFactory.create();
        double first = millisUntilFailure(launcher, WithDetectStalls.class, StallError.class);
        for (int run = 0; run < WARM_UPS; run++) {
            millisUntilFailure(launcher, WithDetectStalls.class, StallError.class);
        }
        double[] detected = new double[RUNS];
        double[] timedOut = new double[RUNS];
        for (int run = 0; run < RUNS; run++) {
            detected[run] = millisUntilFailure(launcher, WithDetectStalls.class, StallError.class);
            timedOut[run] = millisUntilFailure(launcher, WithTimeout.class, TimeoutException.class);
        }
        System.out.printf(
                Locale.ROOT, "JDK %s, %d runs each, milliseconds from stall to failed test%n", Runtime.version(), RUNS);
        System.out.printf(Locale.ROOT, "%-30s %8.1f%n", "@DetectStalls, first in JVM", first);
        print("@DetectStalls", detected);
        print("@Timeout(1 s), JUnit's least", timedOut);
    }

    private static void print(String name, double[] millis) {
        Arrays.sort(millis);
        System.out.printf(
                Locale.ROOT,
                "%-30s median %8.1f   p95 %8.1f   max %8.1f%n",
                name,
                millis[millis.length / 2],
                millis[(int) Math.ceil(0.95 * millis.length) - 1],
                millis[millis.length - 1]);
    }

    private static double millisUntilFailure(Launcher launcher, Class<?> fixture, Class<?> expected) {
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(selectClass(fixture))
                .build();
        End end = new End();
        launcher.execute(request, end);
        if (!expected.isInstance(end.failure)) {
            throw new IllegalStateException("expected " + expected + ", and the test ended with " + end.failure);
        }
        return (end.nanoTime - ONSET.get()) / 1e6;
    }

    private static final class End implements TestExecutionListener {
        private long nanoTime;
        private Throwable failure = new AssertionError("no test was run");

        @Override
        public void executionFinished(TestIdentifier identifier, TestExecutionResult result) {
            if (identifier.isTest()) {
                nanoTime = System.nanoTime();
                failure = result.getThrowable().orElseGet(() -> new AssertionError("the test passed"));
            }
        }
    }

    private static void starve() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(THREADS);
        try {
            CyclicBarrier all = new CyclicBarrier(THREADS);
            ONSET.set(Long.MIN_VALUE);
            List<Future<Integer>> orders = new ArrayList<>();
            for (int order = 0; order < THREADS; order++) {
                orders.add(pool.submit(() -> {
                    all.await();
                    Future<Integer> price = pool.submit(() -> 1);
                    ONSET.accumulateAndGet(System.nanoTime(), Math::max);
                    return price.get();
                }));
            }
            for (Future<Integer> order : orders) {
                order.get();
            }
        } finally {
            pool.shutdownNow();
        }
    }

    @DetectStalls
    static class WithDetectStalls {
        @Test
        void starves() throws Exception {
            starve();
        }
    }

    static class WithTimeout {
        @Test
        @Timeout(value = 1, unit = TimeUnit.SECONDS)
        void starves() throws Exception {
            starve();
        }
    }
}
