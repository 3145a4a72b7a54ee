package io.github.liveliness;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.liveliness.engine.Setting;
import io.github.liveliness.model.Verdict;
import io.github.liveliness.testing.Launch;
import io.github.liveliness.testing.Launched;
import io.github.liveliness.testing.Pools;
import io.github.liveliness.testing.Stalls;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Tests that nobody annotated, in a run that wants all of them watched. */
class WholeSuiteTest {

    private static Launch detected() {
        return Launched.with("junit.jupiter.extensions.autodetection.enabled", "true");
    }

    private static Launch wholeSuite() {
        return detected().with("liveliness.whole-suite", "true");
    }

    @Test
    void aTestThatNobodyAnnotatedFailsWhenItStalls() {
        Launched tests = wholeSuite().run(Plain.class);

        assertThat(tests.passed()).containsExactly("passes");
        assertThat(tests.stallOf("stalls").stall().verdict()).isEqualTo(Verdict.PROVEN);
    }

    static class Plain {
        @Test
        void stalls() throws Exception {
            Stalls.nestedGet();
        }

        @Test
        void passes() throws Exception {
            Stalls.nestedGet(Pools.fixed("orders", 2), 1);
        }
    }

    @Test
    void whoOnlyHasJUnitDetectExtensionsIsLeftAlone() {
        Launch detected = detected().with("liveliness.after", "soon");
        assertThat(detected.run(Passing.class).passed()).containsExactly("passes");

        Launch asked = wholeSuite().with("liveliness.after", "soon");
        assertThat(asked.run(Passing.class).failureOf("passes")).hasMessageContaining("liveliness.after = soon");
    }

    static class Passing {
        @Test
        void passes() {}
    }

    @Test
    void whatIsOnlySuspectedFailsWhereTheRunSaysWhen() {
        assertThat(wholeSuite().run(Slow.class).passed()).containsExactly("isSlow");

        Launched asked = wholeSuite().with("liveliness.after", "300 ms").run(VerySlow.class);
        assertThat(asked.stallOf("isVerySlow").stall().verdict()).isEqualTo(Verdict.SUSPECTED);
    }

    @Test
    void whatIsOnlySuspectedNeverFailsWhoDidNotAskByName() {
        assertThat(WrittenSettings.ofWholeSuite(false).about(Setting.AFTER))
                .hasValueSatisfying(written -> assertThat(written.value()).isEqualTo("never"));
        assertThat(WrittenSettings.ofWholeSuite(true).about(Setting.AFTER)).isEmpty();
    }

    static class Slow {
        @Test
        void isSlow() throws Exception {
            behindASleeper(Duration.ofMillis(1_500));
        }
    }

    static class VerySlow {
        @Test
        void isVerySlow() throws Exception {
            behindASleeper();
        }
    }

    /** Who sleeps for longer than anybody needs to suspect it. */
    private static void behindASleeper() throws Exception {
        behindASleeper(Duration.ofMinutes(1));
    }

    private static void behindASleeper(Duration nap) throws Exception {
        ExecutorService pool = Pools.fixed("sleepers", 1);
        pool.submit(() -> {
            Thread.sleep(nap.toMillis());
            return 1;
        });
        try {
            pool.submit(() -> 1).get();
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void whoAskedByNameIsWatchedAsAsked() {
        Launched tests = wholeSuite().run(Annotated.class, Registered.class, RegisteredForAll.class, OneMethod.class);

        assertThat(tests.failed()).containsExactly("annotated", "method", "registered", "registeredForAll");
        assertThat(tests.failed())
                .allSatisfy(name ->
                        assertThat(tests.stallOf(name).stall().verdict()).isEqualTo(Verdict.SUSPECTED));
        assertThat(tests.passed()).containsExactly("talksToUs");
    }

    @DetectStalls(after = "300 ms")
    static class Annotated {
        @Test
        void annotated() throws Exception {
            behindASleeper();
        }

        @Test
        void talksToUs(StallWatch watch) {
            assertThat(watch.stalls()).isEmpty();
        }
    }

    static class OneMethod {
        @Test
        @DetectStalls(after = "300 ms")
        void method() throws Exception {
            behindASleeper();
        }
    }

    static class Registered {
        @RegisterExtension
        final org.junit.jupiter.api.extension.Extension stalls =
                StallWatch.builder().after("300 ms").build();

        @Test
        void registered() throws Exception {
            behindASleeper();
        }
    }

    static class RegisteredForAll {
        @RegisterExtension
        static final org.junit.jupiter.api.extension.Extension STALLS =
                StallWatch.builder().after("300 ms").build();

        @Test
        void registeredForAll() throws Exception {
            behindASleeper();
        }
    }
}
