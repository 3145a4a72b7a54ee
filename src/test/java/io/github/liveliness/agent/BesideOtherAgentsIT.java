package io.github.liveliness.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.liveliness.DetectStalls;
import io.github.liveliness.agent.boot.Hooks;
import io.github.liveliness.testing.ForkedJvm;
import io.github.liveliness.testing.ForkedJvm.Outcome;
import io.github.liveliness.testing.Launched;
import io.github.liveliness.testing.Stalls;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.mockito.Mockito;

/** JaCoCo, Mockito and OpenTelemetry rewrite classes as well, the JDK's executors among them; all at once, in either order. */
@EnabledIfSystemProperty(named = "agents", matches = ".+")
class BesideOtherAgentsIT {
    @TempDir
    private Path output;

    @Test
    void ourAgentMayComeFirst() throws Exception {
        assertThatAllDoTheirWork(run(ours(), jacoco(), mockito(), openTelemetry()), "COMMAND_LINE");
    }

    @Test
    void ourAgentMayComeLast() throws Exception {
        assertThatAllDoTheirWork(run(openTelemetry(), mockito(), jacoco(), ours()), "COMMAND_LINE");
    }

    @Test
    void oursAndMockitosMayAttachThemselvesAfterTheOthers() throws Exception {
        assertThatAllDoTheirWork(run(jacoco(), openTelemetry()), "ATTACHED");
    }

    /** JaCoCo measures what is loaded after it. To measure all of the JDK breaks any JVM, with nobody beside it. */
    @Test
    void jacocoMayMeasureTheJdksExecutorsAndOurHooks() throws Exception {
        String both = "java.util.concurrent.*:" + Hooks.class.getPackageName() + ".*:" + Fixture.class.getName();

        assertThatAllDoTheirWork(run(ours(), jacocoInTheJdk(both)), "COMMAND_LINE");
        assertThat(coverage()).contains("java/util/concurrent/ThreadPoolExecutor$Worker");
        Files.delete(output.resolve("coverage"));

        assertThatAllDoTheirWork(run(jacocoInTheJdk(both), ours()), "COMMAND_LINE");
        assertThat(coverage()).contains("java/util/concurrent/ThreadPoolExecutor$Worker", nameInside(Hooks.class));
        Files.delete(output.resolve("coverage"));

        assertThatAllDoTheirWork(run(jacocoInTheJdk(both)), "ATTACHED");
        assertThat(coverage()).contains("java/util/concurrent/ThreadPoolExecutor$Worker", nameInside(Hooks.class));
    }

    private void assertThatAllDoTheirWork(Outcome outcome, String arrival) throws IOException {
        assertThat(outcome.lines())
                .as(outcome.err())
                .startsWith(
                        "passed [mocksAFinalClass, passes]",
                        "failed [failsByItself, stalls]",
                        "own failure",
                        "Present[notes=[], arrival=" + arrival + "]",
                        "STARVATION (proven) in BesideOtherAgentsIT.Fixture.stalls()");
        assertThat(outcome.out()).contains(" in the queue of 'orders', submitted ", "at " + Stalls.class.getName());
        assertThat(coverage()).contains(nameInside(Fixture.class));
    }

    private static String nameInside(Class<?> type) {
        return type.getName().replace('.', '/');
    }

    /** Class names stand in it as they are. */
    private String coverage() throws IOException {
        return Files.readString(output.resolve("coverage"), StandardCharsets.ISO_8859_1);
    }

    private Outcome run(String... agents) {
        return ForkedJvm.of(Program.class)
                .brief()
                .jvmArguments(agents)
                .jvmArguments(
                        "-Dliveliness.output=" + output,
                        "-Dotel.traces.exporter=none",
                        "-Dotel.metrics.exporter=none",
                        "-Dotel.logs.exporter=none")
                .run();
    }

    private static String ours() throws IOException {
        return "-javaagent:" + AgentJar.of(LivelinessAgent.class).forAttaching();
    }

    private String jacoco() {
        return jacoco("includes=" + Fixture.class.getName());
    }

    private String jacocoInTheJdk(String classes) {
        return jacoco("inclbootstrapclasses=true,includes=" + classes);
    }

    private String jacoco(String options) {
        return "-javaagent:" + Path.of(System.getProperty("agents"), "jacoco.jar") + "=destfile="
                + output.resolve("coverage") + "," + options;
    }

    private static String openTelemetry() {
        return "-javaagent:" + Path.of(System.getProperty("agents"), "opentelemetry.jar");
    }

    private static String mockito() throws Exception {
        return "-javaagent:"
                + Path.of(Mockito.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .toURI());
    }

    static final class Program {
        private Program() {}

        public static void main(String[] none) {
            Launched tests = Launched.run(Fixture.class);
            System.out.println("passed " + tests.passed());
            System.out.println("failed " + tests.failed());
            System.out.println(tests.failureOf("failsByItself").getMessage());
            System.out.println(Attachment.ensure(AgentMode.REQUIRED, line -> {}));
            System.out.println(tests.stallOf("stalls").getMessage());
        }
    }

    @DetectStalls
    static class Fixture {
        @Test
        void stalls() throws Exception {
            Stalls.nestedGet();
        }

        @Test
        void failsByItself() {
            throw new IllegalStateException("own failure");
        }

        @Test
        void passes() throws Exception {
            List<String> nothing =
                    CompletableFuture.supplyAsync(List::<String>of).get();
            assertThat(nothing).isEmpty();
        }

        @Test
        void mocksAFinalClass() {
            Final mock = Mockito.mock(Final.class);
            Mockito.when(mock.says()).thenReturn("mocked");

            assertThat(textOf(mock)).isEqualTo("mocked");
        }

        private static String textOf(Final any) {
            return any.says();
        }
    }

    static final class Final {
        String says() {
            return "real";
        }
    }
}
