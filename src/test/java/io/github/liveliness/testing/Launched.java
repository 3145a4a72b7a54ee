package io.github.liveliness.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.liveliness.StallError;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestExecutionResult.Status;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.Events;

/**
 * A fixture that was run, and what came of its tests.
 *
 * <p>A test goes by the name of its method, and its number where a method makes several: {@code stalls[2]}. A class goes
 * by its simple name.
 */
public final class Launched {
    private final EngineExecutionResults results;

    Launched(EngineExecutionResults results) {
        this.results = results;
    }

    /** Runs test classes, and waits for their end. */
    public static Launched run(Class<?>... fixtures) {
        return new Launch().run(fixtures);
    }

    /** A run with a configuration parameter, as from junit-platform.properties. */
    public static Launch with(String key, String value) {
        return new Launch().with(key, value);
    }

    /** A run during which a system property is set. */
    public static Launch withSystemProperty(String key, String value) {
        return new Launch().withSystemProperty(key, value);
    }

    /** A run on the junit-platform.properties of this folder. */
    public static Launch withPropertiesFileIn(Path folder) {
        return new Launch().withPropertiesFileIn(folder);
    }

    /** A run of so many tests at a time. */
    public static Launch inParallel(int tests) {
        return with("junit.jupiter.execution.parallel.enabled", "true")
                .with("junit.jupiter.execution.parallel.mode.default", "concurrent")
                .with("junit.jupiter.execution.parallel.config.strategy", "fixed")
                .with("junit.jupiter.execution.parallel.config.fixed.parallelism", String.valueOf(tests));
    }

    public List<String> passed() {
        return ended(results.testEvents(), Status.SUCCESSFUL);
    }

    public List<String> failed() {
        return ended(results.testEvents(), Status.FAILED);
    }

    public List<String> aborted() {
        return ended(results.testEvents(), Status.ABORTED);
    }

    public List<String> failedClasses() {
        return ended(results.containerEvents(), Status.FAILED);
    }

    /** What this test or class failed with. */
    public Throwable failureOf(String name) {
        Optional<TestExecutionResult> result = Stream.of(results.containerEvents(), results.testEvents())
                .flatMap(events -> events.finished().stream())
                .filter(event -> nameOf(event.getTestDescriptor()).equals(name))
                .map(event -> event.getRequiredPayload(TestExecutionResult.class))
                .findFirst();
        assertThat(result)
                .as("outcome of %s; failed: %s, passed: %s", name, failed(), passed())
                .isPresent();
        return result.get().getThrowable().orElseThrow(() -> new AssertionError(name + " did not fail"));
    }

    /** The stall that this test or class failed with. */
    public StallError stallOf(String name) {
        Throwable failure = failureOf(name);
        assertThat(failure).as("what %s failed with", name).isInstanceOf(StallError.class);
        return (StallError) failure;
    }

    /** What all tests failed with. */
    public List<Throwable> failures() {
        return results.testEvents().finished().stream()
                .flatMap(event -> event.getRequiredPayload(TestExecutionResult.class).getThrowable().stream())
                .toList();
    }

    /** What tests published under a key. */
    public List<String> published(String key) {
        return results.allEvents()
                .reportingEntryPublished()
                .map(event -> event.getRequiredPayload(ReportEntry.class).getKeyValuePairs())
                .flatMap(pairs -> Stream.ofNullable(pairs.get(key)))
                .toList();
    }

    private static List<String> ended(Events events, Status status) {
        return events.finished().stream()
                .filter(event ->
                        event.getRequiredPayload(TestExecutionResult.class).getStatus() == status)
                .map(event -> nameOf(event.getTestDescriptor()))
                .sorted()
                .toList();
    }

    private static String nameOf(TestDescriptor test) {
        String name = test.getLegacyReportingName();
        if (test.getSource().orElse(null) instanceof MethodSource method) {
            return method.getMethodName() + name.substring(name.lastIndexOf(')') + 1);
        }
        return name.substring(Math.max(name.lastIndexOf('.'), name.lastIndexOf('$')) + 1);
    }
}
