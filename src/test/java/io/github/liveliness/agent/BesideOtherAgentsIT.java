package io.github.liveliness.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.liveliness.DetectStalls;
import io.github.liveliness.agent.boot.Hooks;
import io.github.liveliness.testing.ForkedJvm.Outcome;
import io.github.liveliness.testing.Launched;
import io.github.liveliness.testing.Stalls;
import io.github.liveliness.testing.TellingFixture;
import java.io.IOException;
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
    private final OtherAgents agents;

    BesideOtherAgentsIT(@TempDir Path output) {
        this.agents = new OtherAgents(output);
    }

    @Test
    void ourAgentMayComeFirst() throws Exception {
        assertThatAllDoTheirWork(
                run(OtherAgents.ours(), jacoco(), OtherAgents.mockito(), OtherAgents.openTelemetry()), "COMMAND_LINE");
    }

    @Test
    void ourAgentMayComeLast() throws Exception {
        assertThatAllDoTheirWork(
                run(OtherAgents.openTelemetry(), OtherAgents.mockito(), jacoco(), OtherAgents.ours()), "COMMAND_LINE");
    }

    @Test
    void oursAndMockitosMayAttachThemselvesAfterTheOthers() throws Exception {
        assertThatAllDoTheirWork(run(jacoco(), OtherAgents.openTelemetry()), "ATTACHED");
    }

    /** JaCoCo measures what is loaded after it. To measure all of the JDK breaks any JVM, with nobody beside it. */
    @Test
    void jacocoMayMeasureTheJdksExecutorsAndOurHooks() throws Exception {
        String both = "java.util.concurrent.*:" + Hooks.class.getPackageName() + ".*:" + Fixture.class.getName();

        assertThatAllDoTheirWork(run(OtherAgents.ours(), jacocoInTheJdk(both)), "COMMAND_LINE");
        assertThat(agents.coverage()).contains("java/util/concurrent/ThreadPoolExecutor$Worker");
        agents.forgetCoverage();

        assertThatAllDoTheirWork(run(jacocoInTheJdk(both), OtherAgents.ours()), "COMMAND_LINE");
        assertThat(agents.coverage())
                .contains("java/util/concurrent/ThreadPoolExecutor$Worker", nameInside(Hooks.class));
        agents.forgetCoverage();

        assertThatAllDoTheirWork(run(jacocoInTheJdk(both)), "ATTACHED");
        assertThat(agents.coverage())
                .contains("java/util/concurrent/ThreadPoolExecutor$Worker", nameInside(Hooks.class));
    }

    private void assertThatAllDoTheirWork(Outcome outcome, String arrival) throws IOException {
        assertThat(outcome.lines())
                .as(outcome.err())
                .startsWith(
                        "passed [completesAFuture, mocksAFinalClass, passes]",
                        "failed [failsByItself, stalls]",
                        TellingFixture.OWN_FAILURE,
                        "Present[notes=[], arrival=" + arrival + "]",
                        "STARVATION (proven) in BesideOtherAgentsIT.Fixture.stalls()");
        assertThat(outcome.out()).contains(" in the queue of 'orders', submitted ", "at " + Stalls.class.getName());
        assertThat(agents.coverage()).contains(nameInside(Fixture.class));
    }

    private static String nameInside(Class<?> type) {
        return type.getName().replace('.', '/');
    }

    private Outcome run(String... arguments) {
        return agents.jvm(Program.class).jvmArguments(arguments).run();
    }

    private String jacoco() {
        return agents.jacoco(Fixture.class);
    }

    private String jacocoInTheJdk(String classes) {
        return agents.jacoco("inclbootstrapclasses=true,includes=" + classes);
    }

    static final class Program {
        private Program() {}

        public static void main(String[] none) {
            Launched tests = TellingFixture.runAndTell(Fixture.class);
            System.out.println(Attachment.ensure(AgentMode.REQUIRED, line -> {}));
            System.out.println(tests.stallOf("stalls").getMessage());
        }
    }

    @DetectStalls
    static class Fixture extends TellingFixture {
        @Test
        void stalls() throws Exception {
            Stalls.nestedGet();
        }

        @Test
        void completesAFuture() throws Exception {
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
