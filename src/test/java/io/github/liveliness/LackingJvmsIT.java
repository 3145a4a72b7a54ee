package io.github.liveliness;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.liveliness.testing.ForkedJvm;
import io.github.liveliness.testing.ForkedJvm.Outcome;
import io.github.liveliness.testing.LateSignals;
import io.github.liveliness.testing.Launched;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.io.TempDir;

/** Where the JVM lacks something that we could use, the tests have their own outcome, and one line says what is missing. */
class LackingJvmsIT {
    /** Long after the wait was put to the proof, where the heap can be asked: that takes its time on a busy machine. */
    private static final String LATE = "-Dends.after.seconds=90";

    private static final String LEAST =
            "java.base,java.instrument,java.logging,java.xml,jdk.unsupported,java.compiler,java.desktop";

    @TempDir
    private Path output;

    @Test
    void withoutTheModuleThatAttachesTheHeapStillProves() {
        Outcome outcome = run(LATE, "--limit-modules", LEAST + ",java.management,jdk.management,jdk.jfr");

        assertThat(outcome.lines())
                .as(outcome.err())
                .containsExactlyElementsOf(outcomes("failed [failsByItself, waits]"));
        assertThat(linesOfOurs(outcome))
                .singleElement()
                .asString()
                .endsWith("This JVM cannot attach to itself: it runs without the module jdk.attach."
                        + " Bring the agent with -javaagent:<path of liveliness-junit.jar>.");
    }

    @Test
    @EnabledForJreRange(min = JRE.JAVA_21)
    void whereNoAgentMayBeLoadedLateTheHeapStillProves() {
        Outcome outcome = run(LATE, "-XX:-EnableDynamicAgentLoading");

        assertThat(outcome.lines())
                .as(outcome.err())
                .containsExactlyElementsOf(outcomes("failed [failsByItself, waits]"));
        assertThat(linesOfOurs(outcome))
                .singleElement()
                .asString()
                .contains("it was started with -XX:-EnableDynamicAgentLoading.");
    }

    @Test
    void withoutTheModuleOfTheFlightRecorderTheHeapProvesNothingAndThatIsTold() {
        Outcome outcome = run("--limit-modules", LEAST + ",java.management,jdk.management,jdk.attach");

        assertThat(outcome.lines()).as(outcome.err()).containsExactlyElementsOf(outcomes("failed [failsByItself]"));
        assertThat(linesOfOurs(outcome))
                .hasSize(2)
                .anyMatch(line -> line.startsWith("Liveliness could not ask the heap who can end a wait")
                        && line.endsWith("Add it with --add-modules jdk.jfr."));
    }

    @Test
    void withoutTheModulesThatThreadsAreReadByTheTestsRunUnwatched() {
        Outcome outcome = run("--limit-modules", LEAST + ",jdk.attach");

        assertThat(outcome.lines()).as(outcome.err()).containsExactlyElementsOf(outcomes("failed [failsByItself]"));
        assertThat(linesOfOurs(outcome))
                .filteredOn(line -> line.startsWith("Liveliness cannot watch"))
                .singleElement()
                .asString()
                .endsWith("Add to the JVM's command line: --add-modules java.management,jdk.management,jdk.jfr");
    }

    private static List<String> outcomes(String failed) {
        return List.of(failed, "own failure");
    }

    private Outcome run(String... arguments) {
        return ForkedJvm.of(Program.class)
                .brief()
                .jvmArguments(arguments)
                .jvmArguments("-Dliveliness.output=" + output)
                .run();
    }

    private static List<String> linesOfOurs(Outcome outcome) {
        return outcome.err()
                .lines()
                .filter(line -> line.startsWith("Liveliness"))
                .toList();
    }

    static final class Program {
        private Program() {}

        public static void main(String[] none) {
            Launched tests = Launched.inParallel(3).run(Fixture.class, AlsoPassing.class, PassingToo.class);
            System.out.println("failed " + tests.failed());
            System.out.println(tests.failureOf("failsByItself").getMessage());
        }
    }

    @DetectStalls
    static class Fixture {
        @Test
        void waits() {
            Thread waiting = Thread.currentThread();
            LateSignals.after(Duration.ofSeconds(Long.getLong("ends.after.seconds", 5)), waiting::interrupt);
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException end) {
                assertThat(waiting).isEqualTo(Thread.currentThread());
            }
        }

        @Test
        void failsByItself() {
            throw new IllegalStateException("own failure");
        }
    }

    @DetectStalls
    static class AlsoPassing {
        @Test
        void passes() {}
    }

    @DetectStalls
    static class PassingToo {
        @Test
        void passesToo() {}
    }
}
