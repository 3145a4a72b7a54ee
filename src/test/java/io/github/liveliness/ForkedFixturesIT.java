package io.github.liveliness;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.liveliness.testing.FixtureProgram;
import io.github.liveliness.testing.ForkedJvm;
import io.github.liveliness.testing.Launched;
import io.github.liveliness.testing.LockStalls;
import io.github.liveliness.testing.Reports;
import io.github.liveliness.testing.Stalls;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What only a JVM of its own can show. */
class ForkedFixturesIT {
    @TempDir
    private Path output;

    @Test
    void aBodyBlockedOnAMonitorHaltsTheJvmOfThoseWhoAskForIt() throws IOException {
        ForkedJvm.Outcome outcome = fork("-Dliveliness.halt=true").run(OnAMonitor.class.getName());

        assertThat(outcome.exitCode()).isEqualTo(86);
        assertThat(outcome.err()).contains("halts with exit code 86");
        assertThat(reports())
                .singleElement()
                .satisfies(report -> assertThat(report)
                        .content()
                        .contains("OnAMonitor.entersTheMonitor()", "'orders'", "LockStalls.monitorOfAStuckTask"));
    }

    @Test
    void aBodyThatNothingEndsIsToldWhereSomebodyReads() {
        ForkedJvm.Outcome outcome = ForkedJvm.of(Endless.class)
                .jvmArguments("-Dliveliness.output=" + output)
                .run();

        assertThat(outcome.out())
                .as(outcome.err())
                .startsWith("Liveliness could not end the body of ForkedFixturesIT.OnAMonitor.entersTheMonitor()")
                .contains("Set liveliness.thread-mode = separate_thread", "STARVATION (", "Full report: " + output);
    }

    /** Ends as soon as it has heard what it is for. */
    static final class Endless {
        private Endless() {}

        public static void main(String[] none) {
            System.setErr(new PrintStream(System.err, true) {
                @Override
                public void println(String line) {
                    if (line.contains("could not end")) {
                        System.out.println(line);
                        Runtime.getRuntime().halt(0);
                    }
                }
            });
            Launched.run(OnAMonitor.class);
        }
    }

    @DetectStalls
    static class OnAMonitor {
        @Test
        void entersTheMonitor() throws Exception {
            LockStalls.monitorOfAStuckTask();
        }
    }

    @Test
    void anAgentThatCannotBeHadIsMissedOnceOnTheConsole() {
        ForkedJvm.Outcome outcome =
                fork("-XX:+DisableAttachMechanism").run(Passing.class.getName(), AlsoPassing.class.getName());

        assertThat(outcome.lines()).isEmpty();
        assertThat(linesOfOurs(outcome))
                .containsExactly("Liveliness watches without its agent: only executors in fields of the test class,"
                        + " or handed to StallWatch, are watched, and only the heap proves a stall."
                        + " This JVM lets nobody attach: it runs with -XX:+DisableAttachMechanism."
                        + " Bring the agent with -javaagent:<path of liveliness-junit.jar>.");
    }

    @Test
    void anAgentThatTheUserSwitchedOffIsNotMissed() {
        ForkedJvm.Outcome outcome = fork("-Dliveliness.agent=off").run(Passing.class.getName());

        assertThat(outcome.lines()).isEmpty();
        assertThat(linesOfOurs(outcome)).isEmpty();
    }

    @Test
    void aFolderThatCannotBeWrittenIsToldOnceAndTheReportStandsInEachError() throws IOException {
        Path occupied = Files.writeString(output.resolve("occupied"), "");

        ForkedJvm.Outcome outcome = ForkedJvm.of(Unwritable.class)
                .jvmArguments("-Dliveliness.output=" + occupied)
                .run();

        assertThat(outcome.lines()).as(outcome.err()).containsExactly("stalls: true", "stallsAgain: true");
        assertThat(linesOfOurs(outcome))
                .filteredOn(line -> !line.contains("attached"))
                .singleElement()
                .asString()
                .startsWith("Liveliness could not write its report to " + occupied)
                .endsWith("Set liveliness.output to a folder that can be written.");
    }

    static final class Unwritable {
        private Unwritable() {}

        public static void main(String[] none) {
            Launched tests = Launched.run(StarvedTwice.class);
            tests.failed()
                    .forEach(test -> System.out.println(test + ": "
                            + tests.stallOf(test).getMessage().contains(" in the queue of 'orders', submitted ")));
        }
    }

    @DetectStalls
    static class StarvedTwice {
        @Test
        void stalls() throws Exception {
            Stalls.nestedGet();
        }

        @Test
        void stallsAgain() throws Exception {
            Stalls.nestedGet();
        }
    }

    private static List<String> linesOfOurs(ForkedJvm.Outcome outcome) {
        return outcome.err()
                .lines()
                .filter(line -> line.startsWith("Liveliness"))
                .toList();
    }

    @DetectStalls
    static class Passing {
        @Test
        void passes() {}
    }

    @DetectStalls
    static class AlsoPassing {
        @Test
        void passes() {}
    }

    @Test
    void forksThatRunTheSameTestsWriteToDifferentFiles() throws IOException {
        List<CompletableFuture<ForkedJvm.Outcome>> forks = IntStream.range(0, 2)
                .mapToObj(fork -> CompletableFuture.supplyAsync(() -> fork().run(Starved.class.getName())))
                .toList();

        assertThat(forks).allSatisfy(fork -> assertThat(fork.join().lines()).containsExactly("stalls"));
        assertThat(reports()).hasSize(2);
    }

    @DetectStalls
    static class Starved {
        @Test
        void stalls() throws Exception {
            Stalls.nestedGet();
        }

        @Test
        void passes() {}
    }

    private ForkedJvm fork(String... settings) {
        return ForkedJvm.of(FixtureProgram.class)
                .jvmArguments("-Dliveliness.output=" + output)
                .jvmArguments(settings);
    }

    private List<Path> reports() {
        return Reports.in(output);
    }
}
