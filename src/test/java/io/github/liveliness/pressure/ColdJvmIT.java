package io.github.liveliness.pressure;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.liveliness.DetectStalls;
import io.github.liveliness.testing.LateSignals;
import io.github.liveliness.testing.Pools;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A JVM that has loaded nothing yet, on a slow disk, with another agent that rewrites every class. */
class ColdJvmIT {
    @TempDir
    private Path output;

    @InAJvmOfItsOwn
    void whoeverLoadsClassesIsNotStalled() {
        assertThat(jacoco()).as("JaCoCo's agent").exists();
        Pressures.assertSound(
                Pressures.jvm(PressedProgram.class, output)
                        .jvmArguments("-Xshare:off", "-javaagent:" + jacoco() + "=destfile=" + output.resolve("jacoco"))
                        .run(
                                LoadingClasses.class.getName(),
                                Pressed.Healthy.class.getName(),
                                Pressed.Stalled.class.getName()),
                Pressed.Healthy.TESTS + LoadingClasses.TESTS);
    }

    private static Path jacoco() {
        return Path.of(System.getProperty("agents"), "jacoco.jar");
    }

    @DetectStalls
    static class LoadingClasses {
        static final int TESTS = 2;

        /** They depend on one another, so that threads wait for classes that others load. */
        private static final List<String> CLASSES = List.of(
                "com.google.common.collect.ImmutableSortedMap",
                "com.google.common.collect.TreeMultimap",
                "com.google.common.collect.HashBiMap",
                "com.google.common.collect.Iterators",
                "com.google.common.collect.ImmutableRangeMap",
                "com.google.common.collect.Tables",
                "com.google.common.collect.Maps",
                "com.google.common.collect.TreeRangeSet");

        private final ExecutorService pool = Pools.fixed("loading", 2);

        @Test
        void tasksLoadThem() throws Exception {
            ClassLoader disk = new SlowDisk(Duration.ofMillis(10));
            List<Future<Class<?>>> loaded = new ArrayList<>();
            for (String name : CLASSES) {
                loaded.add(pool.submit(() -> Class.forName(name, true, disk)));
            }
            for (Future<Class<?>> future : loaded) {
                assertThat(future.get().getClassLoader()).isSameAs(disk);
            }
        }

        @Test
        void tasksWaitForTheInitializationOfOne() throws Exception {
            List<Future<Integer>> values = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                values.add(pool.submit(() -> Slow.VALUE.length()));
            }
            for (Future<Integer> value : values) {
                assertThat(value.get()).isEqualTo(4);
            }
        }
    }

    private static final class Slow {
        static final String VALUE = compute();

        private static String compute() {
            LateSignals.sleep(Duration.ofSeconds(1));
            return "slow";
        }
    }
}
