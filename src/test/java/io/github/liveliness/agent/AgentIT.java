package io.github.liveliness.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.github.liveliness.testing.ForkedJvm;
import io.github.liveliness.testing.ForkedJvm.Outcome;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class AgentIT {

    /** What is rewritten is verified, though the JVM trusts its own classes. */
    private static final ForkedJvm JVM = ForkedJvm.of(AgentProgram.class)
            .jvmArguments(
                    "-Djava.util.concurrent.ForkJoinPool.common.parallelism=2",
                    "-XX:+UnlockDiagnosticVMOptions",
                    "-XX:+BytecodeVerificationLocal");

    @TestFactory
    Stream<DynamicTest> anAgentFromTheCommandLineSees() throws IOException {
        Map<String, String> expected = scenes();
        expected.put("early", "ThreadPoolExecutor made by main, submitted by main in early");

        Outcome outcome = JVM.jvmArguments(
                        "-javaagent:" + AgentJar.of(LivelinessAgent.class).forAttaching())
                .run(arguments(expected));

        return Stream.concat(
                Stream.of(dynamicTest(
                        "noReasonToSpeakUp",
                        () -> assertThat(outcome.err() + outcome.lines().get(0))
                                .isEqualTo("Present[notes=[], arrival=COMMAND_LINE]"))),
                tests(expected, outcome));
    }

    @TestFactory
    Stream<DynamicTest> anAgentThatAttachesItselfSees() {
        Map<String, String> expected = scenes();
        expected.put("early", "ThreadPoolExecutor found, submitted by main in early");

        Outcome outcome = JVM.run(arguments(expected));

        return Stream.concat(
                Stream.of(dynamicTest("itselfAndSaysHowToDoWithout", () -> {
                    assertThat(outcome.lines().get(0)).startsWith("console ").contains("-javaagent:");
                    assertThat(outcome.lines().get(1)).isEqualTo("Present[notes=[], arrival=ATTACHED]");
                })),
                tests(expected, outcome));
    }

    private static Stream<DynamicTest> tests(Map<String, String> expected, Outcome outcome) {
        return expected.entrySet().stream()
                .map(scene -> dynamicTest(
                        scene.getKey(),
                        () -> assertThat(outcome.lines()).contains(scene.getKey() + ": " + scene.getValue())));
    }

    private static Map<String, String> scenes() {
        Map<String, String> scenes = new LinkedHashMap<>();
        scenes.put("fixed", "ThreadPoolExecutor made by main, submitted by main in fixed");
        scenes.put("wrapped", "ThreadPoolExecutor made by main, submitted by main in wrapped");
        scenes.put("scheduled", "ScheduledThreadPoolExecutor made by main, submitted by main in scheduled");
        scenes.put("forkJoin", "ForkJoinPool made by main, submitted by main in forkJoin");
        scenes.put("common", "of 0, submitted in common");
        scenes.put("supplied", "ForkJoinPool made by main, submitted by main in supplied");
        scenes.put("dependent", "ThreadPoolExecutor made by main, submitted by main in dependent");
        scenes.put("own", "Own made by main, submitted by main in execute");
        scenes.put("scope", "made in 5, submitted in 6");
        scenes.put("shared", "workers of 8 and 0");
        scenes.put("global", "of 0");
        scenes.put("deadline", "in about 2 h");
        scenes.put("alarm", "rung, and done true");
        scenes.put("opened", "true");
        scenes.putAll(endings());
        if (Runtime.version().feature() >= 21) {
            scenes.put("virtual", "shown ");
        }
        return scenes;
    }

    private static Map<String, String> endings() {
        Map<String, String> endings = new LinkedHashMap<>();
        endings.put("thread", "THREAD Failing in mortal: gone");
        endings.put("threadOfAClass", "THREAD Mortal in mortal: gone");
        endings.put("executed", "TASK Failing in worker: gone");
        endings.put("submitted", "TASK Failing in worker: gone");
        endings.put("called", "TASK Failing in worker: gone");
        endings.put("forked", "TASK Action in worker: gone");
        endings.put("periodic", "PERIODIC_TASK Failing in worker: gone");
        endings.put("discarded", "REJECTED_TASK Failing in main: rejected by DiscardPolicy in submit");
        endings.put("oldest", "REJECTED_TASK Failing in main: rejected by DiscardOldestPolicy in submit");
        endings.put("runByCaller", "nothing");
        endings.put("shutDown", "REJECTED_TASK Failing in main: rejected by CallerRunsPolicy in shutDown");
        endings.put("run", "STAGE Failing in worker: gone");
        endings.put("supplied", "STAGE Failing in worker: gone");
        endings.put("applied", "STAGE Failing in worker: gone");
        endings.put("accepted", "STAGE Failing in worker: gone");
        endings.put("appliedAtOnce", "STAGE Failing in main: gone");
        endings.put("skipped", "STAGE Failing in worker: before");
        endings.put("skippedAfter", "STAGE Failing in worker: before");
        endings.put("skippedAtOnce", "STAGE Failing in main: before");
        return endings;
    }

    private static String[] arguments(Map<String, String> scenes) {
        return Stream.concat(Stream.of("AUTO"), scenes.keySet().stream()).toArray(String[]::new);
    }
}
