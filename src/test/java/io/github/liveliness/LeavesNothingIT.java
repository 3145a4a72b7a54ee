package io.github.liveliness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.liveliness.monitor.LivelinessMonitor;
import io.github.liveliness.testing.ForkedJvm;
import io.github.liveliness.testing.ForkedJvm.Outcome;
import io.github.liveliness.testing.Launched;
import io.github.liveliness.testing.Pools;
import io.github.liveliness.testing.SignalStalls;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When tests are over nothing is held that they made, and nothing keeps the JVM. */
class LeavesNothingIT {
    @TempDir
    private Path output;

    @Test
    void whatTestsMadeIsCollectedAndTheJvmEndsByItself() {
        Outcome outcome = run(Witness.class);

        assertThat(outcome.exitCode()).as(outcome.err()).isZero();
        assertThat(outcome.lines())
                .as(outcome.err())
                .containsExactly(
                        "failed [stalls, stallsInAForkJoinPool]",
                        "collected [a class loader, a failed task, a fork-join pool, a healthy pool, a monitor, a"
                                + " monitored pool, a starved pool, a task, a thread's value, a waiting task]",
                        "left [liveliness watcher, liveliness-pacer]",
                        "the end");
    }

    @Test
    void aTestMayEndTheJvm() {
        Outcome outcome = run(Exiting.class);

        assertThat(outcome.exitCode()).as(outcome.err()).isEqualTo(7);
        assertThat(outcome.lines()).containsExactly("the end");
    }

    private Outcome run(Class<?> program) {
        return ForkedJvm.of(program)
                .jvmArguments("-Dliveliness.output=" + output)
                .run();
    }

    static final class Witness {
        private static final Map<String, WeakReference<Object>> MADE = new LinkedHashMap<>();

        private Witness() {}

        static <T> T made(String what, T thing) {
            MADE.put(what, new WeakReference<>(thing));
            return thing;
        }

        public static void main(String[] none) {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> System.out.println("the end")));
            System.out.println("failed " + Launched.run(Fixture.class).failed());
            Set<String> held = new TreeSet<>(MADE.keySet());
            await().conditionEvaluationListener(any -> System.gc()).untilAsserted(() -> {
                held.removeIf(what -> MADE.get(what).refersTo(null));
                assertThat(held).isEmpty();
            });
            System.out.println("collected " + new TreeSet<>(MADE.keySet()));
            TreeSet<String> left = new TreeSet<>();
            Thread.getAllStackTraces().keySet().stream()
                    .map(Thread::getName)
                    .filter(name -> name.startsWith("liveliness"))
                    .forEach(left::add);
            System.out.println("left " + left);
        }
    }

    @DetectStalls
    static class Fixture {
        private static final ThreadLocal<Object> LOCAL = new ThreadLocal<>();

        @Test
        void stalls() throws Exception {
            ExecutorService pool = Witness.made("a starved pool", Pools.fixed("starved", 1));
            try {
                Callable<Integer> waits = Witness.made(
                        "a waiting task", () -> pool.submit(() -> 1).get());
                pool.submit(waits).get();
            } finally {
                pool.shutdownNow();
            }
        }

        @Test
        void stallsInAForkJoinPool() throws Exception {
            ForkJoinPool pool = (ForkJoinPool) Witness.made("a fork-join pool", Pools.forkJoin("fork-join", 1));
            try {
                SignalStalls.startLatch(pool, 1).get(0).get();
            } finally {
                pool.shutdownNow();
            }
        }

        @Test
        void passes() throws Exception {
            ExecutorService pool = Witness.made("a healthy pool", Pools.fixed("healthy", 1));
            Runnable task = Witness.made("a task", () -> LOCAL.set(Witness.made("a thread's value", List.of(pool))));
            pool.submit(task).get();
            Runnable failing = Witness.made("a failed task", () -> {
                throw new IllegalStateException("own failure of " + pool);
            });
            assertThat(CompletableFuture.runAsync(failing, pool)
                            .handle((done, failure) -> failure)
                            .join())
                    .isNotNull();
            pool.shutdown();
        }

        @Test
        void passesWithAnExecutorOfAnotherClassLoader() throws Exception {
            Witness.made("a class loader", own())
                    .loadClass(Own.class.getName())
                    .getConstructor()
                    .newInstance();
        }

        private static ClassLoader own() throws IOException {
            URL classes = Own.class.getProtectionDomain().getCodeSource().getLocation();
            return new URLClassLoader(new URL[] {classes}, ClassLoader.getPlatformClassLoader());
        }

        @Test
        void passesWithAMonitor() throws Exception {
            ExecutorService pool = Witness.made("a monitored pool", Pools.fixed("monitored", 1));
            LivelinessMonitor monitor = Witness.made("a monitor", LivelinessMonitor.start(pool));
            assertThat(monitor.isBeating()).isTrue();
            // A pool that is not shut down is held by its own threads.
            pool.shutdown();
        }
    }

    /** Has itself seen by the hooks. */
    public static final class Own implements Executor {
        public Own() {
            execute(() -> {});
        }

        @Override
        public void execute(Runnable command) {
            command.run();
        }
    }

    static final class Exiting {
        private Exiting() {}

        public static void main(String[] none) {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> System.out.println("the end")));
            Launched.run(Exits.class);
        }
    }

    @DetectStalls
    static class Exits {
        @Test
        void exits() throws Exception {
            ExecutorService pool = Pools.fixed("orders", 1);
            pool.submit(() -> System.exit(7)).get();
        }
    }
}
