package io.github.liveliness;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.liveliness.model.Stall;
import io.github.liveliness.model.Verdict;
import io.github.liveliness.testing.Launched;
import io.github.liveliness.testing.Pools;
import io.github.liveliness.testing.Stalls;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.RegisterExtension;

class DetectStallsTest {

    @Test
    void aPoolThatStarvesItselfFailsItsTestAndNoOther() {
        Launched tests = Launched.run(OnClass.class);

        assertThat(tests.failed()).containsExactly("stalls");
        assertThat(tests.passed()).containsExactly("passes");
        Stall stall = tests.stallOf("stalls").stall();
        assertThat(stall.verdict()).isEqualTo(Verdict.PROVEN);
        assertThat(stall.kind()).isEqualTo(Stall.Kind.STARVATION);
        assertThat(stall.executors()).containsExactly("orders");
        assertThat(stall.test()).isEqualTo("DetectStallsTest.OnClass.stalls()");
    }

    @DetectStalls
    static class OnClass {
        @Test
        void stalls() throws Exception {
            Stalls.nestedGet();
        }

        @Test
        void passes() throws Exception {
            Pools.fixed("orders", 1).submit(() -> 1).get();
        }
    }

    @Test
    void theAnnotationWorksOnAMethodAlone() {
        assertThat(Launched.run(OnMethod.class).stallOf("stalls").stall().executors())
                .containsExactly("orders");
    }

    static class OnMethod {
        @Test
        @DetectStalls
        void stalls() throws Exception {
            Stalls.nestedGet();
        }
    }

    @Test
    void theAnnotationWorksAsAMetaAnnotation() {
        assertThat(Launched.run(OnAnnotation.class).stallOf("stalls").stall().executors())
                .containsExactly("orders");
    }

    @DetectStalls
    @Target(ElementType.TYPE)
    @Retention(RetentionPolicy.RUNTIME)
    @interface OurTest {}

    @OurTest
    static class OnAnnotation {
        @Test
        void stalls() throws Exception {
            Stalls.nestedGet();
        }
    }

    @Test
    void subclassesInheritTheAnnotation() {
        assertThat(Launched.run(Subclass.class)
                        .stallOf("stallsInASubclass")
                        .stall()
                        .test())
                .isEqualTo("DetectStallsTest.Subclass.stallsInASubclass()");
    }

    @DetectStalls
    static class Superclass {}

    static class Subclass extends Superclass {
        @Test
        void stallsInASubclass() throws Exception {
            Stalls.nestedGet();
        }
    }

    @Test
    void nestedClassesInheritTheAnnotation() {
        Launched tests = Launched.run(Outer.class);

        assertThat(tests.stallOf("stalls").stall().test()).isEqualTo("DetectStallsTest.Outer.Inner.stalls()");
        assertThat(tests.passed()).containsExactly("passes");
    }

    @DetectStalls
    static class Outer {
        @Test
        void passes() {}

        @Nested
        class Inner {
            @Test
            void stalls() throws Exception {
                Stalls.nestedGet();
            }
        }
    }

    @Test
    void oneInstanceForAllTestsChangesNothing() {
        Launched tests = Launched.run(OneInstance.class);

        assertThat(tests.failed()).containsExactly("stalls");
        assertThat(tests.stallOf("stalls").stall().executors()).containsExactly("orders");
        assertThat(tests.passed()).containsExactly("passes");
    }

    @DetectStalls
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    static class OneInstance {
        @Test
        void stalls() throws Exception {
            Stalls.nestedGet();
        }

        @Test
        void passes() {}
    }

    @Test
    void anExtensionThatIsBuiltDoesWhatTheAnnotationDoes() {
        Launched tests = Launched.run(Built.class, BuiltWrongly.class);

        assertThat(tests.stallOf("stalls").stall().executors()).containsExactly("orders");
        assertThat(tests.failureOf("isNotEvenRun")).hasMessageContaining("5 parsecs");
    }

    static class Built {
        @RegisterExtension
        static final Extension STALLS = StallWatch.builder()
                .after("5 s")
                .busyAfter("never")
                .lend(false)
                .threadMode(DetectStalls.ThreadMode.SEPARATE_THREAD)
                .build();

        @Test
        void stalls() throws Exception {
            assertThat(Thread.currentThread().getName())
                    .isEqualTo("liveliness body of DetectStallsTest.Built.stalls()");
            Stalls.nestedGet();
        }
    }

    static class BuiltWrongly {
        @RegisterExtension
        static final Extension STALLS = StallWatch.builder().after("5 parsecs").build();

        @Test
        void isNotEvenRun() {
            throw new AssertionError("a wrong setting fails before the body runs");
        }
    }
}
