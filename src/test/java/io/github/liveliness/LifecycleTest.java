package io.github.liveliness;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.liveliness.testing.Launched;
import io.github.liveliness.testing.Pools;
import io.github.liveliness.testing.Stalls;
import java.util.concurrent.ExecutorService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Whatever method of a class stalls, it fails with the stall, and the run goes on. */
class LifecycleTest {

    @Test
    void aConstructorThatStallsFailsItsTest() {
        Launched tests = Launched.run(StalledConstructor.class, Bystander.class);

        assertStalled(tests, "neverGetsAnInstance");
        assertThat(tests.passed()).containsExactly("passes");
    }

    @DetectStalls
    static class StalledConstructor {
        StalledConstructor() throws Exception {
            Stalls.nestedGet();
        }

        @Test
        void neverGetsAnInstance() {}
    }

    @Test
    void aConstructorOfAClassWithOneInstanceFailsTheClass() {
        Launched tests = Launched.run(StalledOnlyConstructor.class, Bystander.class);

        assertStalled(tests, "StalledOnlyConstructor");
        assertThat(tests.passed()).containsExactly("passes");
    }

    @DetectStalls
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    static class StalledOnlyConstructor {
        StalledOnlyConstructor() throws Exception {
            Stalls.nestedGet();
        }

        @Test
        void neverGetsAnInstance() {}
    }

    @Test
    void aBeforeAllMethodThatStallsFailsItsClass() {
        Launched tests = Launched.run(StalledBeforeAll.class, Bystander.class);

        assertStalled(tests, "StalledBeforeAll");
        assertThat(tests.passed()).containsExactly("passes");
        assertThat(tests.stallOf("StalledBeforeAll").stall().test()).isEqualTo("LifecycleTest.StalledBeforeAll");
    }

    @DetectStalls
    static class StalledBeforeAll {
        @BeforeAll
        static void prepare() throws Exception {
            Stalls.nestedGet();
        }

        @Test
        void isNeverRun() {}

        @Nested
        class Inner {
            @Test
            void isNeverRunEither() {}
        }
    }

    @Test
    void aBeforeEachMethodThatStallsFailsItsTest() {
        Launched tests = Launched.run(StalledBeforeEach.class, Bystander.class);

        assertStalled(tests, "isNeverRun");
        assertThat(tests.passed()).containsExactly("passes");
        assertThat(tests.stallOf("isNeverRun").stall().test())
                .isEqualTo("LifecycleTest.StalledBeforeEach.isNeverRun()");
    }

    @DetectStalls
    static class StalledBeforeEach {
        @BeforeEach
        void prepare() throws Exception {
            Stalls.nestedGet();
        }

        @Test
        void isNeverRun() {
            throw new AssertionError("its preparation failed");
        }
    }

    @Test
    void anAfterEachMethodThatStallsFailsItsTest() {
        Launched tests = Launched.run(StalledAfterEach.class, Bystander.class);

        assertStalled(tests, "isCleanedUp");
        assertThat(tests.passed()).containsExactly("passes");
    }

    @DetectStalls
    static class StalledAfterEach {
        @Test
        void isCleanedUp() {}

        @AfterEach
        void cleanUp() throws Exception {
            Stalls.nestedGet();
        }
    }

    @Test
    void anAfterAllMethodThatStallsFailsItsClass() {
        Launched tests = Launched.run(StalledAfterAll.class, Bystander.class);

        assertStalled(tests, "StalledAfterAll");
        assertThat(tests.passed()).containsExactly("passes", "passesToo");
    }

    @DetectStalls
    static class StalledAfterAll {
        @Test
        void passesToo() {}

        @AfterAll
        static void cleanUp() throws Exception {
            Stalls.nestedGet();
        }
    }

    private static void assertStalled(Launched tests, String name) {
        assertThat(tests.stallOf(name).stall().executors()).containsExactly("orders");
    }

    @DetectStalls
    static class Bystander {
        @Test
        void passes() {}
    }

    @Test
    void whatAConstructorMakesBelongsToItsTest() {
        Launched tests = Launched.run(PoolInAField.class);

        assertThat(tests.stallOf("joins").stall().rescue().experiment())
                .as("threads are lent only to executors of the test")
                .isPresent();
    }

    @DetectStalls
    static class PoolInAField {
        private final ExecutorService pool = Pools.fixed("orders", 1);

        @Test
        void joins() {
            Stalls.joinedFuture(pool);
        }
    }
}
