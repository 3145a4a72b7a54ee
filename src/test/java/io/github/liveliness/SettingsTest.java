package io.github.liveliness;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.liveliness.DetectStalls.ThreadMode;
import io.github.liveliness.model.Stall.Kind;
import io.github.liveliness.testing.Launched;
import io.github.liveliness.testing.Pools;
import io.github.liveliness.testing.Stalls;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {

    @Test
    void aWrongAttributeFailsTheTestBeforeItsBodyRuns() {
        Launched tests = Launched.run(WrongUnit.class, Negative.class);

        assertThat(tests.failureOf("parsecs"))
                .hasMessageContaining("@DetectStalls(after = \"5 parsecs\")")
                .hasMessageContaining("\"5 s\"");
        assertThat(tests.failureOf("negative")).hasMessageContaining("@DetectStalls(busyAfter = \"-5 s\")");
    }

    @DetectStalls(after = "5 parsecs")
    static class WrongUnit {
        @Test
        void parsecs() {
            throw new AssertionError("a wrong setting fails before the body runs");
        }
    }

    @DetectStalls(busyAfter = "-5 s")
    static class Negative {
        @Test
        void negative() {
            throw new AssertionError("a wrong setting fails before the body runs");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    liveliness.after        | soon            | -Dliveliness.after=soon               | "30 s"
                    liveliness.mode         | disable         | -Dliveliness.mode=disable             | "disabled"
                    liveliness.thread-mode  | separat_thread  | -Dliveliness.thread-mode=separat_thread | "separate_thread"
                    liveliness.lend         | no              | -Dliveliness.lend=no                  | "false"
                    liveliness.aftr         | 5 s             | -Dliveliness.aftr=5 s                 | "liveliness.after"
                    """)
    void aWrongSystemPropertyFailsEveryTestAndSuggestsARightOne(String key, String value, String quoted, String right) {
        assertThat(Launched.withSystemProperty(key, value).run(Healthy.class).failureOf("passes"))
                .hasMessageContaining(quoted)
                .hasMessageContaining(right);
    }

    @Test
    void aWrongConfigurationParameterFailsEveryTest() {
        assertThat(Launched.with("liveliness.after", "5 parsecs")
                        .run(Healthy.class)
                        .failureOf("passes"))
                .hasMessageContaining("liveliness.after = 5 parsecs in junit-platform.properties");
    }

    @Test
    void anUnknownKeyInThePropertiesFileFailsEveryTest(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("junit-platform.properties"), "liveliness.aftr = 5 s");

        assertThat(Launched.withPropertiesFileIn(folder).run(Healthy.class).failureOf("passes"))
                .hasMessageContaining("liveliness.aftr = 5 s in junit-platform.properties")
                .hasMessageContaining("\"liveliness.after\"");
    }

    @DetectStalls
    static class Healthy {
        @Test
        void passes() {}
    }

    @Test
    void nobodyLooksForStallsWhereTheyAreSwitchedOff() {
        Launched tests = Launched.with("liveliness.mode", "disabled").run(SwitchedOff.class);

        assertThat(tests.failureOf("stalls"))
                .isInstanceOf(TimeoutException.class)
                .hasNoSuppressedExceptions();
        assertThat(tests.passed()).containsExactly("asksForNothing");
        assertThat(tests.aborted()).containsExactly("awaitsAStall", "expectsAStall");
    }

    @Test
    void withoutADebuggerNothingIsDisabledForIt() {
        Launched tests = Launched.with("liveliness.mode", "disabled_on_debug").run(SwitchedOff.class);

        assertThat(tests.failed()).contains("stalls", "expectsAStall");
        assertThat(tests.failureOf("stalls").getSuppressed()).hasOnlyElementsOfType(StallError.class);
    }

    @DetectStalls
    static class SwitchedOff {
        @Test
        void stalls() throws Exception {
            Stalls.startNestedGet(Pools.fixed("orders", 1), 1).get(0).get(500, TimeUnit.MILLISECONDS);
        }

        @Test
        void expectsAStall(StallWatch watch) {
            watch.expectStall(Kind.STARVATION);
        }

        @Test
        void awaitsAStall(StallWatch watch) throws Exception {
            watch.awaitStall(Kind.STARVATION, Duration.ofMillis(1));
        }

        @Test
        void asksForNothing(StallWatch watch) {
            ExecutorService pool = Pools.fixed("orders", 1);
            assertThat(watch.watch(pool)).isSameAs(pool);
            assertThat(watch.wrap(pool)).isSameAs(pool);
            assertThat(watch.stalls()).isEmpty();
        }
    }

    @Test
    void aSystemPropertyWinsOverAnAttributeAndThatOverTheConfiguration() {
        assertThat(Launched.run(Attribute.class, NoAttribute.class).passed()).containsExactly("isOnAThreadOfItsOwn");
        assertThat(Launched.with("liveliness.thread-mode", "separate_thread")
                        .run(NoAttribute.class)
                        .passed())
                .containsExactly("isOnAThreadOfItsOwnToo");
        assertThat(Launched.with("liveliness.thread-mode", "same_thread")
                        .run(Attribute.class)
                        .passed())
                .containsExactly("isOnAThreadOfItsOwn");
        assertThat(Launched.withSystemProperty("liveliness.thread-mode", "same_thread")
                        .run(Attribute.class)
                        .failed())
                .containsExactly("isOnAThreadOfItsOwn");
    }

    @DetectStalls(threadMode = ThreadMode.SEPARATE_THREAD)
    static class Attribute {
        @Test
        void isOnAThreadOfItsOwn() {
            assertThat(Thread.currentThread().getName()).startsWith("liveliness body of");
        }
    }

    @DetectStalls
    static class NoAttribute {
        @Test
        void isOnAThreadOfItsOwnToo() {
            assertThat(Thread.currentThread().getName()).startsWith("liveliness body of");
        }
    }
}
