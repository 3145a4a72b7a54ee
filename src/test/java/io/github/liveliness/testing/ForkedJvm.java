package io.github.liveliness.testing;

import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs the {@code main} of a class in a JVM of its own, on the JDK and the class path of the test.
 *
 * <pre>{@code
 * Outcome outcome = ForkedJvm.of(Program.class).jvmArguments("-Xmx64m").run("an argument");
 * assertThat(outcome.exitCode()).isZero();
 * }</pre>
 */
public final class ForkedJvm {

    private final Class<?> program;
    private final List<String> jvmArguments;
    private final String classPath;
    private final Duration limit;
    private final List<String> prefix;

    private ForkedJvm(
            Class<?> program, List<String> jvmArguments, String classPath, Duration limit, List<String> prefix) {
        this.program = program;
        this.jvmArguments = List.copyOf(jvmArguments);
        this.classPath = classPath;
        this.limit = limit;
        this.prefix = List.copyOf(prefix);
    }

    public static ForkedJvm of(Class<?> program) {
        return new ForkedJvm(
                program, List.of(), System.getProperty("java.class.path"), Duration.ofMinutes(2), List.of());
    }

    public ForkedJvm jvmArguments(String... more) {
        List<String> all = new ArrayList<>(jvmArguments);
        all.addAll(List.of(more));
        return new ForkedJvm(program, all, classPath, limit, prefix);
    }

    /** For a program that is over before the optimizing compiler pays, and whose test asks nothing of what that does. */
    public ForkedJvm brief() {
        return jvmArguments("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");
    }

    public ForkedJvm classPath(List<Path> entries) {
        return new ForkedJvm(
                program,
                jvmArguments,
                String.join(
                        File.pathSeparator, entries.stream().map(Path::toString).toList()),
                limit,
                prefix);
    }

    /** Gives it longer, or less long, than two minutes. */
    public ForkedJvm within(Duration allowed) {
        return new ForkedJvm(program, jvmArguments, classPath, allowed, prefix);
    }

    /** Has other words begin the command line, such as a shell that sets a limit. */
    public ForkedJvm behind(String... words) {
        return new ForkedJvm(program, jvmArguments, classPath, limit, List.of(words));
    }

    /** Waits for the JVM to end; one that takes too long is killed, and fails the test. */
    public Outcome run(String... arguments) {
        try (RunningJvm jvm = start(arguments)) {
            return jvm.end();
        }
    }

    /** Returns at once, with a JVM that is to be closed. */
    public RunningJvm start(String... arguments) {
        return RunningJvm.start(program.getName(), command(List.of(arguments)), limit);
    }

    private List<String> command(List<String> arguments) {
        List<String> command = new ArrayList<>(prefix);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(jvmArguments);
        command.addAll(List.of("-cp", classPath, program.getName()));
        command.addAll(arguments);
        return command;
    }

    /** How a JVM ended and what it printed. */
    public record Outcome(int exitCode, String out, String err) {

        /** What it printed to standard output, line by line. */
        public List<String> lines() {
            return out.lines().toList();
        }
    }
}
