package io.github.liveliness;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.liveliness.testing.ForkedJvm;
import io.github.liveliness.testing.Pools;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.platform.console.ConsoleLauncher;

/** Whoever has no Mockito has hold points all the same. */
class HoldPointWithoutMockitoIT {
    private static final String LOADED = "[class,load";

    @Test
    void holdPointsNeedNoMockito() {
        ForkedJvm.Outcome outcome = ForkedJvm.of(ConsoleLauncher.class)
                .brief()
                .classPath(withoutMockito())
                .jvmArguments("-Xlog:class+load:stdout:tags")
                .run(
                        "execute",
                        "--disable-banner",
                        "--disable-ansi-colors",
                        "--details=summary",
                        "-c=" + Meeting.class.getName(),
                        "-c=" + Forgotten.class.getName());

        List<String> loaded = outcome.lines().stream()
                .filter(line -> line.contains(LOADED))
                .filter(line -> line.contains("mockito") || line.contains("HoldPoint") || line.contains("HeldAnswer"))
                .toList();
        assertThat(outcome.lines().stream().filter(line -> !line.contains(LOADED)))
                .as(outcome.err())
                .anyMatch(line -> line.contains("2 tests successful"))
                .anyMatch(line -> line.contains("1 tests failed"))
                .anyMatch(line -> line.contains("The hold point 'nobody' has seen 1 call, and still holds "))
                .noneMatch(line -> line.contains("NoClassDefFoundError"));
        assertThat(loaded)
                .anyMatch(line -> line.contains(HoldPoint.class.getName() + " source:"))
                .noneMatch(line -> line.contains("mockito.") || line.contains("HeldAnswer"));
    }

    private static List<Path> withoutMockito() {
        List<Path> all = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .toList();
        List<Path> others = all.stream()
                .filter(entry -> !entry.getFileName().toString().startsWith("mockito-"))
                .toList();
        assertThat(others).as("without Mockito").hasSizeLessThan(all.size());
        return others;
    }

    @DetectStalls
    static class Meeting {
        @RegisterExtension
        final HoldPoint both = HoldPoint.untilArrived("both", 2);

        @Test
        void meetAlive() throws Exception {
            meet();
        }

        @Test
        @Explore(schedules = 3)
        void meetUnderSchedules() throws Exception {
            meet();
        }

        private void meet() throws Exception {
            ExecutorService pool = Pools.fixed("orders", 2);
            Future<?> one = pool.submit(this::arrive);
            Future<?> two = pool.submit(this::arrive);
            one.get();
            two.get();
            pool.shutdown();
        }

        private Void arrive() throws InterruptedException {
            both.await();
            return null;
        }
    }

    static class Forgotten {
        @RegisterExtension
        final HoldPoint nobody = HoldPoint.untilOpened("nobody");

        @Test
        void isForgotten() throws Exception {
            Pools.fixed("orders", 1).submit(() -> {
                nobody.await();
                return nobody;
            });
            nobody.awaitArrived(1);
        }
    }
}
