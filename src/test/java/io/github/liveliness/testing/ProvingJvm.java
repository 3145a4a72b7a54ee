package io.github.liveliness.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A JVM of its own in which fixtures are proven by the heap, and the folder to which it reports. */
public final class ProvingJvm {
    private final Path output;

    /**
     * To be run as often as needed.
     *
     * @param output a folder for reports
     */
    public ProvingJvm(Path output) {
        this.output = output;
    }

    /** The names of the tests that failed. */
    public List<String> failed(Class<?> fixture, String... settings) {
        ForkedJvm.Outcome outcome =
                of(FixtureProgram.class).jvmArguments(settings).run(fixture.getName());
        assertThat(outcome.exitCode()).as(outcome.err()).isZero();
        return outcome.lines();
    }

    /** For programs that run fixtures in a way of their own. */
    public ForkedJvm of(Class<?> program) {
        return ForkedJvm.of(program).jvmArguments("-Dliveliness.proof=heap", "-Dliveliness.output=" + output);
    }

    /** The only report. */
    public String report() {
        List<String> reports = reports();
        assertThat(reports).hasSize(1);
        return reports.get(0);
    }

    public List<String> reports() {
        return Reports.in(output).stream().map(ProvingJvm::read).toList();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
