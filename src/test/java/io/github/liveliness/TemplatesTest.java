package io.github.liveliness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.github.liveliness.testing.Launched;
import io.github.liveliness.testing.Stalls;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Methods that make several tests: each of these is guarded by itself. */
class TemplatesTest {

    @Test
    void onlyTheRepetitionThatStallsFails() {
        Launched tests = Launched.run(Repeated.class);

        assertThat(tests.failed()).containsExactly("stallsOnce[2]");
        assertThat(tests.passed()).containsExactly("stallsOnce[1]", "stallsOnce[3]");
        assertThat(tests.stallOf("stallsOnce[2]").stall().test()).contains("stallsOnce()", "repetition 2 of 3");
    }

    @DetectStalls
    static class Repeated {
        @RepeatedTest(3)
        void stallsOnce(RepetitionInfo repetition) throws Exception {
            if (repetition.getCurrentRepetition() == 2) {
                Stalls.nestedGet();
            }
        }
    }

    @Test
    void onlyTheArgumentThatStallsFails() {
        Launched tests = Launched.run(Parameterized.class);

        assertThat(tests.failed()).containsExactly("stallsFor[2]");
        assertThat(tests.passed()).containsExactly("stallsFor[1]", "stallsFor[3]");
        assertThat(tests.stallOf("stallsFor[2]").stall().executors()).containsExactly("bread");
    }

    @DetectStalls
    static class Parameterized {
        @ParameterizedTest
        @ValueSource(strings = {"butter", "bread", "jam"})
        void stallsFor(String order) throws Exception {
            if (order.equals("bread")) {
                Stalls.nestedGet(order);
            }
        }
    }

    @Test
    void onlyTheDynamicTestThatStallsFails() {
        Launched tests = Launched.run(Factory.class);

        assertThat(tests.failed()).containsExactly("tests[1]");
        assertThat(tests.passed()).containsExactly("tests[2]");
        assertThat(tests.stallOf("tests[1]").stall().test()).isEqualTo("TemplatesTest.Factory.tests() > first");
    }

    @DetectStalls
    static class Factory {
        @TestFactory
        List<DynamicTest> tests() {
            return List.of(dynamicTest("first", Stalls::nestedGet), dynamicTest("second", () -> {}));
        }
    }

    @Test
    void aDynamicTestInAContainerIsNamedAfterBoth() {
        Launched tests = Launched.run(FactoryOfContainers.class);

        assertThat(tests.stallOf("tests[1][1]").stall().test())
                .isEqualTo("TemplatesTest.FactoryOfContainers.tests() > all > first");
    }

    @DetectStalls
    static class FactoryOfContainers {
        @TestFactory
        DynamicContainer tests() {
            return dynamicContainer("all", List.of(dynamicTest("first", Stalls::nestedGet)));
        }
    }

    @Test
    void aDynamicTestHasTheSettingsOfItsFactory() {
        Launched tests = Launched.run(FactoryThatLendsNothing.class);

        assertThat(tests.stallOf("tests[1]").stall().rescue().experiment()).isEmpty();
    }

    @DetectStalls
    static class FactoryThatLendsNothing {
        @TestFactory
        @DetectStalls(lend = false)
        List<DynamicTest> tests() {
            return List.of(dynamicTest("first", Stalls::nestedGet));
        }
    }

    @ParameterizedTest
    @ValueSource(classes = {StalledStream.class, StalledIterator.class, StalledIterable.class})
    void aFactoryThatStallsAfterItsFirstTestFailsAndThatTestPasses(Class<?> factory) {
        Launched tests = Launched.run(factory);

        assertThat(tests.stallOf("tests").stall().test())
                .isEqualTo("TemplatesTest." + factory.getSimpleName() + ".tests()");
        assertThat(tests.passed()).containsExactly("tests[1]");
    }

    @DetectStalls
    static class StalledStream {
        @TestFactory
        Stream<DynamicTest> tests() {
            return Stream.of(1, 2).map(TemplatesTest::stallOnSecond);
        }
    }

    @DetectStalls
    static class StalledIterator {
        @TestFactory
        Iterator<DynamicTest> tests() {
            return Stream.of(1, 2).map(TemplatesTest::stallOnSecond).iterator();
        }
    }

    @DetectStalls
    static class StalledIterable {
        @TestFactory
        Iterable<DynamicTest> tests() {
            return () -> Stream.of(1, 2).map(TemplatesTest::stallOnSecond).iterator();
        }
    }

    private static DynamicTest stallOnSecond(int number) {
        if (number == 2) {
            try {
                Stalls.nestedGet();
            } catch (Exception stalled) {
                throw new IllegalStateException(stalled);
            }
        }
        return dynamicTest("number " + number, () -> {});
    }

    @Test
    void theStreamOfAFactoryIsReadTestByTestAndClosed() {
        LazyStream.EVENTS.clear();

        Launched.run(LazyStream.class);

        assertThat(LazyStream.EVENTS).containsExactly("made 1", "ran 1", "made 2", "ran 2", "closed");
    }

    @DetectStalls
    static class LazyStream {
        private static final List<String> EVENTS = new CopyOnWriteArrayList<>();

        @TestFactory
        Stream<DynamicTest> tests() {
            return Stream.of(1, 2)
                    .peek(number -> EVENTS.add("made " + number))
                    .map(number -> dynamicTest("number " + number, () -> EVENTS.add("ran " + number)))
                    .onClose(() -> EVENTS.add("closed"));
        }
    }

    @Test
    void aFactoryThatStallsFailsInPlaceOfItsTests() {
        Launched tests = Launched.run(StalledFactory.class);

        assertThat(tests.stallOf("makesNoTests").stall().executors()).containsExactly("orders");
        assertThat(tests.passed()).containsExactly("passes");
    }

    @DetectStalls
    static class StalledFactory {
        @TestFactory
        List<DynamicTest> makesNoTests() throws Exception {
            Stalls.nestedGet();
            return List.of();
        }

        @Test
        void passes() {}
    }

    @Test
    void onlyTheInvocationOfATemplateThatStallsFails() {
        Launched tests = Launched.run(Template.class);

        assertThat(tests.failed()).containsExactly("stallsOnce[1]");
        assertThat(tests.passed()).containsExactly("stallsOnce[2]");
        assertThat(tests.stallOf("stallsOnce[1]").stall().executors()).containsExactly("orders");
    }

    @DetectStalls
    static class Template {
        private static boolean stalled;

        @TestTemplate
        @ExtendWith(Twice.class)
        void stallsOnce() throws Exception {
            if (!stalled) {
                stalled = true;
                Stalls.nestedGet();
            }
        }
    }

    static class Twice implements TestTemplateInvocationContextProvider {
        @Override
        public boolean supportsTestTemplate(ExtensionContext context) {
            return true;
        }

        @Override
        public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(ExtensionContext context) {
            return Stream.of(new TestTemplateInvocationContext() {}, new TestTemplateInvocationContext() {});
        }
    }
}
