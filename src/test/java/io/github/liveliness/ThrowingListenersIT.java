package io.github.liveliness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.github.liveliness.testing.ForkedJvm;
import io.github.liveliness.testing.ForkedJvm.Outcome;
import io.github.liveliness.testing.Stalls;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Listeners of the user's that throw whenever JUnit calls them change nothing for tests that are watched. */
class ThrowingListenersIT {
    @TempDir
    private Path output;

    @Test
    void testsKeepTheirOutcomeAndStallsAreFoundInEachSession() {
        Outcome outcome = ForkedJvm.of(Program.class)
                .brief()
                .jvmArguments("-Dliveliness.output=" + output)
                .run();

        assertThat(outcome.lines())
                .as(outcome.err())
                .containsExactlyElementsOf(Stream.concat(session(), session()).toList());
        assertThat(outcome.err()).doesNotContain("Liveliness met an error", "Liveliness could not");
    }

    private static Stream<String> session() {
        return Stream.of(
                "aborts() ABORTED with org.opentest4j.TestAbortedException: own assumption",
                "dynamic passes SUCCESSFUL",
                "dynamic fails FAILED with java.lang.IllegalStateException: own failure",
                "failsByItself() FAILED with java.lang.IllegalStateException: own failure",
                "passes() SUCCESSFUL",
                "stalls() FAILED with " + StallError.class.getName()
                        + ": STARVATION (proven) in ThrowingListenersIT.Fixture.stalls()",
                "closed with java.lang.IllegalStateException: the user's session listener");
    }

    static final class Program {
        private Program() {}

        public static void main(String[] none) {
            runInASession();
            runInASession();
        }

        /** A listener that throws as a session opens leaves no session to run tests in. */
        private static void runInASession() {
            LauncherConfig config = LauncherConfig.builder()
                    .addLauncherSessionListeners(new ThrowingAtTheEnd())
                    .addTestExecutionListeners(new Throwing(), new Telling())
                    .build();
            try (LauncherSession session = LauncherFactory.openSession(config)) {
                session.getLauncher()
                        .execute(LauncherDiscoveryRequestBuilder.request()
                                .selectors(DiscoverySelectors.selectClass(Fixture.class))
                                .build());
            } catch (IllegalStateException thrown) {
                System.out.println("closed with " + thrown);
            }
        }
    }

    private static final class ThrowingAtTheEnd implements LauncherSessionListener {
        @Override
        public void launcherSessionClosed(LauncherSession session) {
            throw new IllegalStateException("the user's session listener");
        }
    }

    private static final class Telling implements TestExecutionListener {
        @Override
        public void executionFinished(TestIdentifier test, TestExecutionResult result) {
            if (test.isTest()) {
                System.out.println(test.getDisplayName().replaceAll("\\(.+\\)", "()") + " " + result.getStatus()
                        + result.getThrowable()
                                .map(failure -> " with "
                                        + failure.toString().lines().findFirst().orElse(""))
                                .orElse(""));
            }
        }
    }

    private static final class Throwing implements TestExecutionListener {
        private static AssertionError failure() {
            return new AssertionError("the user's listener");
        }

        @Override
        public void testPlanExecutionStarted(TestPlan plan) {
            throw failure();
        }

        @Override
        public void testPlanExecutionFinished(TestPlan plan) {
            throw failure();
        }

        @Override
        public void dynamicTestRegistered(TestIdentifier test) {
            throw failure();
        }

        @Override
        public void executionSkipped(TestIdentifier test, String reason) {
            throw failure();
        }

        @Override
        public void executionStarted(TestIdentifier test) {
            throw failure();
        }

        @Override
        public void executionFinished(TestIdentifier test, TestExecutionResult result) {
            throw failure();
        }

        @Override
        public void reportingEntryPublished(TestIdentifier test, ReportEntry entry) {
            throw failure();
        }
    }

    @DetectStalls
    @TestMethodOrder(MethodOrderer.MethodName.class)
    static class Fixture {
        @Test
        void aborts() {
            Assumptions.abort("own assumption");
        }

        @TestFactory
        Stream<DynamicTest> dynamic() {
            return Stream.of(dynamicTest("dynamic passes", () -> {}), dynamicTest("dynamic fails", () -> {
                throw new IllegalStateException("own failure");
            }));
        }

        @Test
        void failsByItself() {
            throw new IllegalStateException("own failure");
        }

        @Test
        void passes(TestReporter reporter) {
            reporter.publishEntry("own entry");
        }

        @Test
        void stalls() throws Exception {
            Stalls.nestedGet();
        }
    }
}
