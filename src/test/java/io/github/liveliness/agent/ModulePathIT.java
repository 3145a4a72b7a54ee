package io.github.liveliness.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.liveliness.testing.ForkedJvm;
import io.github.liveliness.testing.ForkedJvm.Outcome;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.console.ConsoleLauncher;

/** Tests that are a module, in which our jar is a module too. */
@EnabledIfSystemProperty(named = "liveliness.jar", matches = ".+")
class ModulePathIT {
    private static final String OURS = System.getProperty("liveliness.jar", "");
    private static final String MODULE = """
            open module orders.tests {
                requires io.github.liveliness;
                requires org.junit.jupiter.api;
            }
            """;
    private static final String TESTS = """
            package orders;

            @io.github.liveliness.DetectStalls
            class OrdersTest {
                @org.junit.jupiter.api.Test
                void stalls() throws Exception {
                    var pool = java.util.concurrent.Executors.newFixedThreadPool(1);
                    pool.submit(() -> pool.submit(() -> 1).get()).get();
                }

                @org.junit.jupiter.api.Test
                void passes() {}
            }
            """;

    @TempDir
    private Path folder;

    @BeforeEach
    void compileTheTests() throws IOException {
        Path module = Files.writeString(folder.resolve("module-info.java"), MODULE);
        Path tests = Files.writeString(folder.resolve("OrdersTest.java"), TESTS);
        int failed = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        null,
                        null,
                        "-p",
                        modulePath(),
                        "-d",
                        folder.resolve("modules/orders.tests").toString(),
                        module.toString(),
                        tests.toString());
        assertThat(failed).isZero();
    }

    @Test
    void anAgentThatAttachesItselfWorksInItsModule() {
        Outcome outcome = run();

        assertThatTheStallIsSeen(outcome);
        assertThat(outcome.err().lines().filter(line -> line.startsWith("Liveliness")))
                .singleElement()
                .asString()
                .endsWith("-javaagent:" + OURS);
    }

    @Test
    void anAgentFromTheCommandLineWorksInItsModule() {
        Outcome outcome = run("-javaagent:" + OURS);

        assertThatTheStallIsSeen(outcome);
        assertThat(outcome.err()).doesNotContain("Liveliness");
    }

    /** Nobody asks for the JDK's own modules where the program is a module itself. */
    @Test
    void whereTheJdksModuleForAgentsIsNotAskedForOneLineSaysSo() {
        Outcome outcome = run(
                "--limit-modules",
                "java.base,java.management,jdk.management,jdk.jfr,orders.tests,org.junit.jupiter.engine,org.junit.platform.console");

        assertThat(outcome.out())
                .as(outcome.err())
                .contains("passes() :: SUCCESSFUL", "stalls() :: FAILED", "ABANDONED WAIT (proven)");
        assertThat(outcome.err().lines().filter(line -> line.startsWith("Liveliness")))
                .singleElement()
                .asString()
                .contains("it runs without the module java.instrument");
    }

    private static void assertThatTheStallIsSeen(Outcome outcome) {
        assertThat(outcome.out())
                .as(outcome.err())
                .contains("passes() :: SUCCESSFUL", "stalls() :: FAILED", "STARVATION (proven) in OrdersTest.stalls()")
                .containsPattern("in the queue of 'pool-\\d+', submitted ");
    }

    private Outcome run(String... arguments) {
        return ForkedJvm.of(ConsoleLauncher.class)
                .brief()
                .classPath(jars("platform-console").map(Path::of).toList())
                .jvmArguments(arguments)
                .jvmArguments(
                        "-p",
                        modulePath() + File.pathSeparator + folder.resolve("modules"),
                        "--add-modules",
                        "orders.tests,org.junit.jupiter.engine",
                        "-Dliveliness.output=" + folder.resolve("reports"),
                        "-Dliveliness.blocking=off")
                .run("execute", "--details=testfeed", "--disable-ansi-colors", "--select-module=orders.tests");
    }

    private static String modulePath() {
        return Stream.concat(
                        Stream.of(OURS),
                        jars(
                                "junit-jupiter",
                                "platform-commons",
                                "platform-engine",
                                "platform-launcher",
                                "platform-console",
                                "platform-reporting",
                                "open-test-reporting",
                                "opentest4j-",
                                "apiguardian",
                                "jspecify"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static Stream<String> jars(String... names) {
        List<String> wanted = List.of(names);
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry ->
                        wanted.stream().anyMatch(Path.of(entry).getFileName().toString()::contains));
    }
}
