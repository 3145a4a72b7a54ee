package io.github.liveliness;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.liveliness.testing.Launched;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What JUnit does for each schedule, whatever controls the threads meanwhile. */
class ExploreTest {
    /** Two runs before the first schedule: one that loads what is needed, and one to begin from. */
    private static final int BEFORE = 2;

    private static final List<String> LOG = new CopyOnWriteArrayList<>();
    private static final Set<Object> INSTANCES = ConcurrentHashMap.newKeySet();

    @BeforeEach
    void forget() {
        LOG.clear();
        INSTANCES.clear();
    }

    @Test
    void eachScheduleHasItsInstanceAndItsLifecycle() {
        Launched tests = Launched.run(Lifecycles.class);

        assertThat(tests.passed()).containsExactly("passes");
        assertThat(LOG)
                .startsWith("before all", "extension of the report")
                .endsWith("after all")
                .filteredOn("before all"::equals)
                .hasSize(1);
        assertThat(LOG.subList(2, LOG.size() - 1)).hasSize(4 * (BEFORE + 5));
        for (int i = 2; i < LOG.size() - 1; i += 4) {
            assertThat(LOG.subList(i, i + 4)).containsExactly("extension", "before", "test", "after");
        }
        assertThat(INSTANCES).hasSize(BEFORE + 5);
        assertThat(tests.published("liveliness.explore")).containsExactly("5 schedules pass (random, seed 0).");
    }

    @ExtendWith(Callback.class)
    static class Lifecycles {
        @RegisterExtension
        static final Extension PLAIN = new ExploreExtension(settings -> new PlainControl());

        @BeforeAll
        static void beforeAll() {
            LOG.add("before all");
        }

        @BeforeEach
        void before() {
            LOG.add("before");
        }

        @Test
        @Explore(schedules = 5, strategy = Explore.Strategy.RANDOM)
        void passes() {
            LOG.add("test");
            INSTANCES.add(this);
            assertThat(Thread.currentThread().getName()).isEqualTo("controlled body");
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

    static class Callback implements BeforeEachCallback {
        @Override
        public void beforeEach(ExtensionContext context) {
            boolean inside = Thread.currentThread().getName().equals("controlled body");
            LOG.add(inside ? "extension" : "extension of the report");
        }
    }

    @Test
    void aFailureIsTheTestsOwn() {
        Launched tests = Launched.run(Failing.class);

        assertThat(tests.failureOf("fails"))
                .isInstanceOf(ScheduleError.class)
                .hasMessageStartingWith(
                        "ExploreTest.Failing.fails() fails under a schedule: java.lang.AssertionError: wrong")
                .hasMessageContaining(
                        "Found by schedule 1 of 100 (stall_directed, seed 0). It takes no switch between threads.")
                .hasMessageContaining("It failed in 10 of 10 replays.")
                .hasMessageContaining("@Explore(replay = \"L1_")
                .hasRootCauseMessage("wrong");
        assertThat(tests.failureOf("failsBefore")).hasRootCauseMessage("before");
    }

    static class Failing {
        @RegisterExtension
        static final Extension PLAIN = new ExploreExtension(settings -> new PlainControl());

        private final TestInfo test;

        Failing(TestInfo test) {
            this.test = test;
        }

        @BeforeEach
        void before() {
            if (test.getDisplayName().equals("failsBefore()")) {
                throw new AssertionError("before");
            }
        }

        @Test
        @Explore
        void fails() {
            throw new AssertionError("wrong");
        }

        @Test
        @Explore
        void failsBefore() {}
    }

    @Test
    void aTokenIsForItsTestAlone() {
        String message = Launched.run(Failing.class).failureOf("fails").getMessage();
        String token = message.replaceAll("(?s).*replay = \"([^\"]*)\".*", "$1");

        Launched again = Launched.with("liveliness.explore.replay", token).run(Failing.class);

        assertThat(again.failureOf("fails"))
                .hasMessageContaining("This is the schedule of token " + token + ".")
                .hasRootCauseMessage("wrong");
        assertThat(again.failureOf("failsBefore"))
                .hasMessageContaining("\"" + token + "\"")
                .hasMessageContaining("another test than ExploreTest.Failing.failsBefore()");
        assertThat(Launched.with("liveliness.explore.replay", token.replace("L1_A", "L1_B") + "x")
                        .run(Failing.class)
                        .failureOf("fails"))
                .hasMessageContaining("cannot be used");
    }

    @Test
    void eachInvocationOfATemplateIsExploredByItself() {
        Launched tests = Launched.with("liveliness.explore.schedules", "3").run(Templates.class);

        assertThat(tests.passed()).containsExactly("repeated[1]", "repeated[2]", "takes[1]", "takes[2]");
        assertThat(LOG.stream().filter("7"::equals)).hasSize(BEFORE + 3);
        assertThat(LOG.stream().filter("9"::equals)).hasSize(BEFORE + 3);
        assertThat(LOG.stream().filter("repetition 2"::equals)).hasSize(BEFORE + 3);
    }

    static class Templates {
        @RegisterExtension
        static final Extension PLAIN = new ExploreExtension(settings -> new PlainControl());

        @ParameterizedTest
        @ValueSource(ints = {7, 9})
        @Explore
        void takes(int number) {
            LOG.add(String.valueOf(number));
        }

        @RepeatedTest(2)
        @Explore
        void repeated(RepetitionInfo repetition) {
            LOG.add("repetition " + repetition.getCurrentRepetition());
        }
    }

    @Test
    void nestedClassesAndSharedInstancesAreFreshToo() {
        Launched tests = Launched.with("liveliness.explore.schedules", "3").run(Outer.class, Shared.class);

        assertThat(tests.passed()).containsExactly("inner", "shared");
        assertThat(INSTANCES).hasSize(2 * (BEFORE + 3));
        assertThat(LOG.stream().filter("before all of an instance"::equals)).hasSize(1 + BEFORE + 3);
    }

    static class Outer {
        @RegisterExtension
        static final Extension PLAIN = new ExploreExtension(settings -> new PlainControl());

        @Nested
        class Inner {
            @Test
            @Explore
            void inner() {
                INSTANCES.add(Outer.this);
            }
        }
    }

    @TestInstance(Lifecycle.PER_CLASS)
    static class Shared {
        @RegisterExtension
        static final Extension PLAIN = new ExploreExtension(settings -> new PlainControl());

        private boolean ready;

        @BeforeAll
        void beforeAll() {
            ready = true;
            LOG.add("before all of an instance");
        }

        @Test
        @Explore
        void shared() {
            assertThat(ready).isTrue();
            INSTANCES.add(this);
        }
    }

    @Test
    void testsAreExploredInParallelToo() {
        Launched tests = Launched.inParallel(4)
                .with("liveliness.explore.schedules", "3")
                .run(Lifecycles.class, Templates.class, Outer.class);

        assertThat(tests.failed()).isEmpty();
        assertThat(tests.passed()).hasSize(6);
    }

    @Test
    void whatIsAssumedAndTimedIsSoForTheWhole() {
        Launched tests = Launched.run(Assuming.class);

        assertThat(tests.aborted()).containsExactly("assumes");
        assertThat(tests.passed()).containsExactly("timed");
    }

    static class Assuming {
        @RegisterExtension
        static final Extension PLAIN = new ExploreExtension(settings -> new PlainControl());

        @Test
        @Explore
        void assumes() {
            Assumptions.abort("not here");
        }

        @Test
        @Timeout(value = 1, unit = TimeUnit.MINUTES)
        @Explore(schedules = 1)
        void timed() {}
    }

    @Test
    void theWatcherLeavesExploredTestsAlone() {
        Launched tests = Launched.run(Watched.class);

        assertThat(tests.passed()).containsExactly("passes");
    }

    @DetectStalls
    static class Watched {
        @RegisterExtension
        static final Extension PLAIN = new ExploreExtension(settings -> new PlainControl());

        @Test
        @Explore(schedules = 2)
        void passes() {}
    }

    @Test
    void aWrongAttributeFailsTheTestBeforeItsBodyRuns() {
        Launched tests = Launched.run(Wrong.class);

        assertThat(tests.failureOf("negative")).hasMessageContaining("@Explore(schedules = \"-5\") is wrong");
        assertThat(tests.failureOf("parsecs")).hasMessageContaining("@Explore(within = \"5 parsecs\") is wrong");
        assertThat(Launched.with("liveliness.explore.shard", "9/8")
                        .run(Templates.class)
                        .failureOf("takes[1]"))
                .hasMessageContaining("parts are counted from 1 to 8");
    }

    static class Wrong {
        @RegisterExtension
        static final Extension PLAIN = new ExploreExtension(settings -> new PlainControl());

        @Test
        @Explore(schedules = -5)
        void negative() {
            throw new AssertionError("a wrong setting fails before the body runs");
        }

        @Test
        @Explore(within = "5 parsecs")
        void parsecs() {
            throw new AssertionError("a wrong setting fails before the body runs");
        }
    }
}
