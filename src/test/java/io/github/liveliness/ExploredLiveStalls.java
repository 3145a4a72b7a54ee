package io.github.liveliness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.github.liveliness.model.Stall.Kind;
import io.github.liveliness.model.Verdict;
import io.github.liveliness.testing.Console;
import io.github.liveliness.testing.LateSignals;
import io.github.liveliness.testing.Launch;
import io.github.liveliness.testing.Launched;
import io.github.liveliness.testing.Pools;
import io.github.liveliness.testing.Stalls;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Semaphore;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests without {@code @Explore} that have stalled alive: what their reports say is done as one would. */
class ExploredLiveStalls {
    private static final Pattern PROPERTY = Pattern.compile("-D([\\w.-]+)=(?:'([^']*)'|(\\S+))");

    /** What the last lines of a message tell one to set that hold this key. */
    private static Map<String, String> properties(Throwable failure, String key) {
        String line = failure.getMessage()
                .lines()
                .filter(each -> each.contains("-D" + key))
                .reduce((first, second) -> second)
                .orElseThrow(() -> new AssertionError("no " + key, failure));
        Map<String, String> properties = new TreeMap<>();
        Matcher found = PROPERTY.matcher(line);
        while (found.find()) {
            properties.put(found.group(1), found.group(2) == null ? found.group(3) : found.group(2));
        }
        return properties;
    }

    private static Launched runWith(Map<String, String> properties, Class<?> tests) {
        Launch launch = new Launch();
        properties.forEach(launch::withSystemProperty);
        return launch.run(tests);
    }

    @Test
    void whatTheReportOfALiveStallSaysFindsATokenThatRepeatsIt() {
        StallError live = Launched.run(Starving.class).stallOf("starves");
        assertThat(live.stall().evidence().isExplored()).isFalse();
        Map<String, String> explores = properties(live, "liveliness.explore.test");
        assertThat(explores)
                .containsExactly(Map.entry("liveliness.explore.test", Starving.class.getName() + "#starves"));

        StallError explored = runWith(explores, Starving.class).stallOf("starves");
        assertThat(explored.stall().evidence().isExplored()).isTrue();
        assertThat(explored.stall().kind()).isEqualTo(Kind.STARVATION);
        assertThat(explored).hasMessageContaining("It failed in 10 of 10 replays.");

        Map<String, String> replays = properties(explored, "liveliness.explore.replay");
        assertThat(replays).hasSize(2).containsAllEntriesOf(explores);
        for (int i = 0; i < 5; i++) {
            assertThat(runWith(replays, Starving.class).stallOf("starves"))
                    .hasMessageContaining(
                            "This is the schedule of token " + replays.get("liveliness.explore.replay") + ".");
        }
    }

    @DetectStalls
    static class Starving {
        private ExecutorService orders;

        @BeforeEach
        void open() {
            orders = Pools.fixed("orders", 2);
        }

        @Test
        void starves() throws Exception {
            Stalls.nestedGet(orders, 2);
        }

        @AfterEach
        void close() {
            orders.shutdown();
        }
    }

    @Test
    void aStallIsExploredAtOnceWhereTheRunWantsThat(@TempDir Path folder) throws IOException {
        StallError live = Launched.with("liveliness.explore.on-stall", "true")
                .with("liveliness.output", folder.toString())
                .run(Starving.class)
                .stallOf("starves");

        assertThat(live.stall().evidence().isExplored()).isFalse();
        assertThat(live)
                .hasMessageContaining("Explored at once, in this JVM, the test stalls again: ")
                .hasMessageContaining("It takes no schedule for that: either it always does so, or what the stall")
                .hasMessageContaining("It failed in 10 of 10 replays.")
                .hasMessageNotContaining("Who did what in that schedule");
        Map<String, String> replays = properties(live, "liveliness.explore.replay");
        assertThat(runWith(replays, Starving.class).stallOf("starves"))
                .hasMessageContaining(
                        "This is the schedule of token " + replays.get("liveliness.explore.replay") + ".");
        Path report = Path.of(live.getMessage().replaceAll("(?s).*\nFull report: ([^\n]*).*", "$1"));
        assertThat(Files.readString(report))
                .contains("-Dliveliness.explore.test=")
                .contains("Explored at once, in this JVM, the test stalls again: ")
                .contains("Who did what in that schedule");
    }

    @Test
    void besideThreadsThatMayHelpItIsSaidWhyThereIsNoToken() {
        Launched tests = Launched.with("liveliness.explore.on-stall", "true").run(Haunted.class);

        assertThat(tests.stallOf("starves").stall().verdict()).isEqualTo(Verdict.PROVEN);
        assertThat(tests.stallOf("starves"))
                .hasMessageContaining(
                        "Not explored at once: the thread 'haunting' has not come to rest, and may end any wait of the"
                                + " test.")
                .hasMessageContaining("How to reproduce it in a JVM of its own stands above.")
                .hasMessageContaining("-Dliveliness.explore.test=")
                .hasMessageNotContaining("liveliness.explore.replay");
    }

    @DetectStalls
    static class Haunted {
        private static volatile boolean over;

        @BeforeAll
        static void haunt() {
            over = false;
            Pools.daemon(
                            () -> {
                                while (!over) {
                                    LateSignals.sleep(Duration.ofMillis(10));
                                }
                            },
                            "haunting")
                    .start();
        }

        @Test
        void starves() throws Exception {
            Stalls.nestedGet(Pools.fixed("orders", 2), 2);
        }

        @AfterAll
        static void end() {
            over = true;
        }
    }

    @Test
    void whereNothingIsFoundAtOnceThatIsSaid() {
        Launched tests = Launched.with("liveliness.explore.on-stall", "true").run(Once.class);

        assertThat(tests.stallOf("stallsOnce"))
                .hasMessageContaining("Explored at once, in this JVM, the test did not stall again. 100 schedules pass")
                .hasMessageNotContaining("liveliness.explore.replay");
    }

    @DetectStalls
    static class Once {
        private static boolean before;

        @Test
        void stallsOnce() throws Exception {
            if (!before) {
                before = true;
                Stalls.nestedGet(Pools.fixed("orders", 2), 2);
            }
        }
    }

    @Test
    void aStallThatComesOfWhatTheLiveOneLeftBehindIsNoPromise() {
        assertThat(Launched.with("liveliness.explore.on-stall", "true")
                        .run(Keeping.class)
                        .stallOf("keepsThePermit"))
                .hasMessageContaining("Explored at once, in this JVM, the test stalls ")
                .hasMessageContaining(
                        "what the stall has left behind in static fields makes it, and then the token repeats"
                                + " nothing elsewhere.\nThe command above tells, in a JVM of its own.");
    }

    @DetectStalls
    static class Keeping {
        private static final Semaphore PERMITS = new Semaphore(1);

        @Test
        void keepsThePermit() throws Exception {
            PERMITS.acquire();
            Stalls.nestedGet(Pools.fixed("orders", 2), 2);
        }
    }

    @Test
    void whatAnAssumptionEndsEachTimeHasNotPassed() {
        assertThat(Launched.with("liveliness.explore.on-stall", "true")
                        .run(Assuming.class)
                        .stallOf("stallsOnce"))
                .hasMessageContaining("Explored at once, in this JVM, the test never came to its end: ")
                .hasMessageContaining("only once")
                .hasMessageNotContaining("schedules pass");
    }

    @DetectStalls
    static class Assuming {
        private static boolean before;

        @Test
        void stallsOnce() throws Exception {
            assumeFalse(before, "only once");
            before = true;
            Stalls.nestedGet(Pools.fixed("orders", 2), 2);
        }
    }

    @Test
    void onceTheTimeIsSpentNoOtherStallIsExplored() {
        Launched tests = Launched.with("liveliness.explore.on-stall", "true")
                .with("liveliness.explore.within", "1 ms")
                .run(Twice.class);

        assertThat(Stream.of("one", "two").map(tests::stallOf).map(Throwable::getMessage))
                .satisfiesOnlyOnce(message -> assertThat(message).contains("Explored at once, in this JVM"))
                .satisfiesOnlyOnce(message -> assertThat(message)
                        .contains("Not explored at once: exploring the stalls before this one has taken all the time"));
    }

    @DetectStalls
    static class Twice {
        @Test
        void one() throws Exception {
            Stalls.nestedGet(Pools.fixed("orders", 2), 2);
        }

        @Test
        void two() throws Exception {
            Stalls.nestedGet(Pools.fixed("orders", 2), 2);
        }
    }

    @Test
    void theInnerRunsOfAStalledTestMissNoOtherThatIsChosen() {
        String console = Console.whileDoing(() -> Launched.with("liveliness.explore.on-stall", "true")
                .with("liveliness.explore.schedules", "1")
                .with("liveliness.explore.test", Beside.class.getName() + "#passes")
                .run(Beside.class));

        assertThat(console).doesNotContain("has chosen none");
    }

    @DetectStalls
    static class Beside {
        @Test
        void starves() throws Exception {
            Stalls.nestedGet(Pools.fixed("orders", 2), 2);
        }

        @Test
        void passes() {}
    }

    @Test
    void oneInvocationOfManyIsExplored() {
        StallError live = Launched.run(Outer.class).stallOf("takes[2]");
        Map<String, String> explores = properties(live, "liveliness.explore.test");
        assertThat(explores).containsEntry("liveliness.explore.test", Outer.Inner.class.getName() + "#takes(int)[2]");

        Launched explored = runWith(explores, Outer.class);

        assertThat(explored.stallOf("takes[2]").stall().evidence().isExplored()).isTrue();
        assertThat(explored.passed()).containsExactly("takes", "takes[1]");
        assertThat(explored.published("liveliness.explore")).isEmpty();
    }

    @DetectStalls
    static class Outer {
        @Nested
        class Inner {
            @ParameterizedTest
            @ValueSource(ints = {1, 2})
            void takes(int callers) throws Exception {
                Stalls.nestedGet(Pools.fixed("orders", 2), callers);
            }

            @Test
            void takes() {}
        }
    }

    @Test
    void aTestThatNobodyAnnotatedIsExploredWhereExtensionsAreDetected() {
        StallError live = Launched.with("junit.jupiter.extensions.autodetection.enabled", "true")
                .with("liveliness.whole-suite", "true")
                .run(Plain.class)
                .stallOf("starves");
        Map<String, String> explores = properties(live, "liveliness.explore.test");

        Launch launch = new Launch();
        // Fixtures are launched without system properties as configuration.
        explores.forEach(launch::with);

        assertThat(launch.run(Plain.class).stallOf("starves").stall().evidence().isExplored())
                .isTrue();
    }

    @Test
    void whoIsAnnotatedNeedsNoDetection() {
        StallError explored = Launched.with("junit.jupiter.extensions.autodetection.enabled", "true")
                .with("liveliness.explore.test", Starving.class.getName() + "#starves")
                .run(Starving.class)
                .stallOf("starves");

        assertThat(properties(explored, "liveliness.explore.replay"))
                .containsOnlyKeys("liveliness.explore.test", "liveliness.explore.replay");
    }

    static class Plain {
        @Test
        void starves() throws Exception {
            Stalls.nestedGet(Pools.fixed("orders", 2), 2);
        }
    }
}
