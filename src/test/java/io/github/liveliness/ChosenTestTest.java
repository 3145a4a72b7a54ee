package io.github.liveliness;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.liveliness.testing.Console;
import io.github.liveliness.testing.Launch;
import io.github.liveliness.testing.Launched;
import io.github.liveliness.testing.Pools;
import io.github.liveliness.testing.Stalls;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A test that the run has chosen is explored, whatever controls its threads meanwhile; no other is. */
class ChosenTestTest {
    /** Two runs before the first schedule: one that loads what is needed, and one to begin from. */
    private static final int RUNS = 2 + 3;

    private static final List<String> LOG = new CopyOnWriteArrayList<>();

    @BeforeEach
    void forget() {
        LOG.clear();
    }

    private static Launch choosing(Class<?> type, String method) {
        return Launched.with("liveliness.explore.test", type.getName() + "#" + method)
                .with("liveliness.explore.schedules", "3");
    }

    @Test
    void eachScheduleHasItsLifecycleAndOtherTestsGoOn() {
        Launched tests = choosing(Lifecycles.class, "one").run(Lifecycles.class);

        assertThat(tests.passed()).containsExactly("one", "other");
        assertThat(LOG).startsWith("before all").endsWith("after all");
        assertThat(LOG.stream().filter("before all"::equals)).hasSize(1);
        assertThat(LOG.stream().filter("one"::equals)).hasSize(RUNS);
        assertThat(LOG.stream().filter("other"::equals)).hasSize(1);
        assertThat(LOG.stream().filter("before"::equals)).hasSize(RUNS + 1);
        assertThat(LOG.stream().filter("after"::equals)).hasSize(RUNS + 1);
        assertThat(tests.published("liveliness.explore")).containsExactly("3 schedules pass (stall_directed, seed 0).");
    }

    static class Lifecycles {
        @RegisterExtension
        static final Extension PLAIN = new StallExtension(
                Guards.asWritten(WrittenSettings.NONE, List.of()), new TestExploration(settings -> new PlainControl()));

        @BeforeAll
        static void beforeAll() {
            LOG.add("before all");
        }

        @BeforeEach
        void before() {
            LOG.add("before");
        }

        @Test
        void one() {
            LOG.add("one");
        }

        @Test
        void other() {
            LOG.add("other");
        }

        @AfterEach
        void after() {
            LOG.add("after");
        }

        @AfterAll
        static void afterAll() {
            LOG.add("after all");
        }
    }

    @Test
    void ofManyInvocationsOneIsExploredOrAll() {
        assertThat(choosing(Templates.class, "takes[2]").run(Templates.class).passed())
                .contains("takes[1]", "takes[2]");
        assertThat(LOG.stream().filter("takes 7"::equals)).hasSize(1);
        assertThat(LOG.stream().filter("takes 9"::equals)).hasSize(RUNS);

        LOG.clear();
        choosing(Templates.class, "takes(int)").run(Templates.class);
        assertThat(LOG.stream().filter("takes 7"::equals)).hasSize(RUNS);
    }

    static class Templates {
        @RegisterExtension
        static final Extension PLAIN = Lifecycles.PLAIN;

        @ParameterizedTest
        @ValueSource(ints = {7, 9})
        void takes(int number) {
            LOG.add("takes " + number);
        }
    }

    @Test
    void aFailureTellsWithWhichPropertiesItComesAgain() {
        assertThat(choosing(Failing.class, "fails").run(Failing.class).failureOf("fails"))
                .isInstanceOf(ScheduleError.class)
                .hasMessageContaining("  @Explore(replay = \"L1_")
                .hasMessageContaining("-Dliveliness.explore.test='" + Failing.class.getName() + "#fails'"
                        + " -Dliveliness.explore.replay=L1_");
    }

    static class Failing {
        @RegisterExtension
        static final Extension PLAIN = Lifecycles.PLAIN;

        @Test
        void fails() {
            throw new AssertionError("wrong");
        }
    }

    @Test
    void whoAlreadySaysSoIsExploredOnce() {
        Launched tests = choosing(Both.class, "passes").run(Both.class);

        assertThat(tests.published("liveliness.explore")).hasSize(1);
        assertThat(LOG).hasSize(RUNS);
    }

    static class Both {
        @RegisterExtension
        static final Extension WATCHED = Lifecycles.PLAIN;

        @RegisterExtension
        static final Extension EXPLORED = new ExploreExtension(settings -> new PlainControl());

        @Test
        @Explore
        void passes() {
            LOG.add("passes");
        }
    }

    @Test
    void whatCannotBeExploredSaysSo() {
        assertThat(choosing(Dynamic.class, "factory").run(Dynamic.class).failureOf("factory"))
                .isInstanceOf(ScheduleError.class)
                .hasMessageContaining("A dynamic test cannot be explored");

        Launched alive = Launched.run(Dynamic.class);
        assertThat(alive.failures())
                .singleElement()
                .asInstanceOf(InstanceOfAssertFactories.THROWABLE)
                .isInstanceOf(StallError.class)
                .hasMessageContaining("How to reproduce it\n  A dynamic test cannot be explored");
    }

    @DetectStalls
    static class Dynamic {
        @TestFactory
        Stream<DynamicTest> factory() {
            return Stream.of(DynamicTest.dynamicTest("starves", () -> Stalls.nestedGet(Pools.fixed("orders", 2), 2)));
        }
    }

    @Test
    void aStallAroundAClassCannotBeExplored() {
        assertThat(Launched.run(AroundAll.class).stallOf("AroundAll"))
                .hasMessageContaining(
                        "How to reproduce it\n  What a class does once, around its tests, cannot be explored.");
    }

    @DetectStalls
    static class AroundAll {
        @BeforeAll
        static void starve() throws Exception {
            Stalls.nestedGet(Pools.fixed("orders", 2), 2);
        }

        @Test
        void passes() {}
    }

    @Test
    void whatNamesNoTestIsWrong() {
        assertThat(Launched.with("liveliness.explore.test", "com.acme.OrdersTest")
                        .run(Failing.class)
                        .failureOf("fails"))
                .hasMessageContaining("liveliness.explore.test = com.acme.OrdersTest")
                .hasMessageContaining(
                        "it names no method of a class. Try \"com.acme.OrderServiceTest#placesFourOrders\"");
    }

    @Test
    void whoIsNotThereIsTold() {
        assertThat(consoleOf(choosing(Lifecycles.class, "won")))
                .contains("liveliness.explore.test = " + Lifecycles.class.getName()
                        + "#won has chosen none of the tests that ran in this JVM");
        assertThat(consoleOf(choosing(Lifecycles.class, "one"))).doesNotContain("has chosen none");
    }

    @Test
    void whoAlreadySaysSoIsThereToo() {
        assertThat(consoleOf(choosing(Both.class, "passes"), Both.class)).doesNotContain("has chosen none");
    }

    private static String consoleOf(Launch launch) {
        return consoleOf(launch, Lifecycles.class);
    }

    private static String consoleOf(Launch launch, Class<?> tests) {
        return Console.whileDoing(() -> launch.run(tests));
    }
}
