package io.github.liveliness.agent;

import io.github.liveliness.testing.ForkedJvm;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.mockito.Mockito;

/** Agents that users have beside ours, as arguments of a JVM; Maven puts their jars where a system property says. */
final class OtherAgents {

    private final Path output;

    /** @param output a folder for what they write */
    OtherAgents(Path output) {
        this.output = output;
    }

    /** A JVM for a program that ends soon, in which OpenTelemetry sends nothing. */
    ForkedJvm jvm(Class<?> program) {
        return ForkedJvm.of(program)
                .brief()
                .jvmArguments(
                        "-Dliveliness.output=" + output,
                        "-Dotel.traces.exporter=none",
                        "-Dotel.metrics.exporter=none",
                        "-Dotel.logs.exporter=none");
    }

    static String ours() throws IOException {
        return "-javaagent:" + AgentJar.of(LivelinessAgent.class).forAttaching();
    }

    String jacoco(Class<?> measured) {
        return jacoco("includes=" + measured.getName());
    }

    String jacoco(String options) {
        return "-javaagent:" + Path.of(System.getProperty("agents"), "jacoco.jar") + "=destfile=" + coverageFile() + ","
                + options;
    }

    static String openTelemetry() {
        return "-javaagent:" + Path.of(System.getProperty("agents"), "opentelemetry.jar");
    }

    static String mockito() throws Exception {
        return "-javaagent:"
                + Path.of(Mockito.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .toURI());
    }

    /** What JaCoCo has written; class names stand in it as they are. */
    String coverage() throws IOException {
        return Files.readString(coverageFile(), StandardCharsets.ISO_8859_1);
    }

    void forgetCoverage() throws IOException {
        Files.delete(coverageFile());
    }

    private Path coverageFile() {
        return output.resolve("coverage");
    }
}
