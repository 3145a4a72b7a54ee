package io.github.liveliness;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.liveliness.DetectStalls.Blocking;
import io.github.liveliness.testing.FixtureProgram;
import io.github.liveliness.testing.ForkedJvm;
import io.github.liveliness.testing.ForkedJvm.Outcome;
import io.github.liveliness.testing.Pools;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Annotations that have allowed nothing, told when all tests of a JVM are over. */
class UnusedPermissionsIT {

    private static final ForkedJvm JVM = ForkedJvm.of(FixtureProgram.class).brief();

    @Test
    void whatHasAllowedNothingInAnyTestIsTold() {
        Outcome outcome = JVM.run(Watched.class.getName());

        assertThat(outcome.lines()).as(outcome.err()).containsExactly("fails[1]");
        assertThat(told(outcome))
                .containsExactly(
                        unused(Prices.class.getName()),
                        unused(Prices.class.getName() + "#new"),
                        unused(Prices.class.getName() + "#unused"),
                        unused(Watched.class.getName() + "#computes"));
    }

    /** One is loaded before the agent comes, the others after. */
    @DetectStalls(blocking = Blocking.FAIL)
    static class Watched {
        @Test
        @AllowBlocking(reason = "its own task reads")
        void reads() throws Exception {
            inTheOnlyThread(() -> Files.readString(release()));
        }

        @Test
        @AllowBlocking(reason = "it could read")
        void computes() throws Exception {
            inTheOnlyThread(() -> 1);
        }

        @Test
        void callsOthers() throws Exception {
            Prices prices = new Prices(1);
            inTheOnlyThread(prices::used);
            inTheOnlyThread(InType::load);
            inTheOnlyThread(new Around().reading());
        }

        @TestFactory
        Stream<DynamicTest> fails() {
            return Stream.of(DynamicTest.dynamicTest("failing", () -> {
                inTheOnlyThread(() -> Failing.load());
                throw new AssertionError("for another reason");
            }));
        }
    }

    @Test
    void whereNobodyLooksForCallsNothingIsTold() {
        Outcome outcome = JVM.run(SwitchingOff.class.getName());

        assertThat(outcome.out()).as(outcome.err()).isEmpty();
        assertThat(told(outcome)).isEmpty();
    }

    @DetectStalls(blocking = Blocking.OFF)
    static class SwitchingOff {
        @Test
        @AllowBlocking(reason = "it could read")
        void computes() throws Exception {
            inTheOnlyThread(() -> 1);
        }
    }

    @Test
    void howManyCallsItMayHaveAllowedIsTold() {
        Outcome outcome = JVM.run(Hurrying.class.getName());

        assertThat(told(outcome)).containsExactly(unused(Hurrying.class.getName() + "#reads"));
        assertThat(outcome.err())
                .containsPattern("\n\\d+ calls came too fast to be looked at, and may have been allowed by it\\.\n");
    }

    @DetectStalls
    static class Hurrying {
        @Test
        void hurries() throws Exception {
            File nowhere = new File("nowhere");
            inTheOnlyThread(() -> IntStream.range(0, 10_000).anyMatch(time -> nowhere.exists()));
        }

        @Test
        @AllowBlocking(reason = "it could read")
        void reads() throws Exception {
            inTheOnlyThread(() -> 1);
        }
    }

    /** Some launchers run each class by itself. */
    @Test
    void whatAllowsSomethingInALaterClassIsNotTold() {
        Outcome outcome = ForkedJvm.of(TwoRuns.class).brief().run();

        assertThat(outcome.exitCode()).as(outcome.err()).isZero();
        assertThat(told(outcome)).containsExactly(unused(Loading.class.getName() + "#computes"));
    }

    static final class TwoRuns {
        private TwoRuns() {}

        public static void main(String[] none) {
            try (LauncherSession session = LauncherFactory.openSession()) {
                for (Class<?> type : List.of(Loading.class, Using.class)) {
                    session.getLauncher()
                            .execute(LauncherDiscoveryRequestBuilder.request()
                                    .selectors(DiscoverySelectors.selectClass(type))
                                    .build());
                }
            }
        }
    }

    @DetectStalls
    static class Loading {
        @Test
        @AllowBlocking(reason = "it could read")
        void computes() throws Exception {
            inTheOnlyThread(() -> 1);
            assertThat(Failing.class.getDeclaredMethods()).isNotEmpty();
        }
    }

    @DetectStalls
    static class Using {
        @Test
        void reads() throws Exception {
            inTheOnlyThread(() -> Failing.load());
        }
    }

    @AllowBlocking(reason = "no task makes one, or calls what is not annotated")
    static final class Prices {
        private final int factor;

        @AllowBlocking(reason = "no task makes one")
        Prices(int factor) {
            this.factor = factor;
        }

        @AllowBlocking(reason = "no task calls it")
        int unused() {
            return factor;
        }

        Callable<Integer> used() {
            return () -> factor;
        }
    }

    @AllowBlocking(reason = "it reads")
    static final class InType {
        private InType() {}

        static String load() throws IOException {
            return Files.readString(release());
        }
    }

    static final class Around {
        @AllowBlocking(reason = "what it makes reads")
        Callable<String> reading() {
            return new Callable<>() {
                @Override
                public String call() throws IOException {
                    return Files.readString(release());
                }
            };
        }
    }

    static final class Failing {
        private Failing() {}

        @AllowBlocking(reason = "its test fails")
        static String load() throws IOException {
            return Files.readString(release());
        }
    }

    private static void inTheOnlyThread(Callable<?> task) throws Exception {
        ExecutorService pool = Pools.fixed("orders", 1);
        pool.submit(task).get();
        pool.shutdown();
    }

    private static Path release() {
        return Path.of(System.getProperty("java.home"), "release");
    }

    private static String unused(String on) {
        return "@AllowBlocking on " + on + " has allowed nothing in this run. Take it out, unless other tests need it.";
    }

    private static List<String> told(Outcome outcome) {
        return outcome.err()
                .lines()
                .filter(line -> line.contains("has allowed nothing"))
                .toList();
    }
}
