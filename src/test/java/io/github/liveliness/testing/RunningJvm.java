package io.github.liveliness.testing;

import static org.awaitility.Awaitility.await;

import io.github.liveliness.testing.ForkedJvm.Outcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A JVM that was forked and may still run; it is killed when this is closed. */
public final class RunningJvm implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(10);

    private final String program;
    private final Process process;
    private final Path out;
    private final Path err;
    private final Duration limit;

    private RunningJvm(String program, Process process, Path out, Path err, Duration limit) {
        this.program = program;
        this.process = process;
        this.out = out;
        this.err = err;
        this.limit = limit;
    }

    static RunningJvm start(String program, List<String> command, Duration limit) {
        try {
            Path out = Files.createTempFile("forked", ".out");
            Path err = Files.createTempFile("forked", ".err");
            Process process = new ProcessBuilder(command)
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile())
                    .start();
            return new RunningJvm(program, process, out, err, limit);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public long pid() {
        return process.pid();
    }

    /** Waits until it has printed so many lines that begin like this, and returns them. */
    public List<String> awaitLines(int count, String beginning) {
        await().pollInterval(POLL).atMost(limit).until(() -> lines(beginning).size() >= count || !process.isAlive());
        List<String> found = lines(beginning);
        if (found.size() < count) {
            throw new AssertionError(program + " ended before it printed " + count + " lines that begin with "
                    + beginning + ":\n" + read(out) + read(err));
        }
        return found;
    }

    /** What it has printed so far, of the lines that begin like this. */
    public List<String> lines(String beginning) {
        return read(out).lines().filter(line -> line.startsWith(beginning)).toList();
    }

    /** Waits for the JVM to end; one that takes too long is killed, and fails the test. */
    public Outcome end() {
        try {
            if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly().waitFor();
                throw new AssertionError(program + " did not end within " + limit + ":\n" + read(out) + read(err));
            }
            return new Outcome(process.exitValue(), read(out), read(err));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while " + program + " ran", e);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
        try {
            Files.delete(out);
            Files.delete(err);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
