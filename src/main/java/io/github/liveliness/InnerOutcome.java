package io.github.liveliness;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;

/** What a test, and the classes around it, came to in one run. */
final class InnerOutcome implements TestExecutionListener {
    private final List<Throwable> failures = new ArrayList<>();
    private final List<Throwable> abortions = new ArrayList<>();
    private int tests;

    @Override
    public void executionFinished(TestIdentifier identifier, TestExecutionResult result) {
        tests += identifier.isTest() ? 1 : 0;
        boolean aborted = result.getStatus() == TestExecutionResult.Status.ABORTED;
        result.getThrowable().ifPresent(aborted ? abortions::add : failures::add);
    }

    /** Why it was aborted, if it was. */
    Optional<Throwable> abortion() {
        return abortions.stream().findFirst();
    }

    /** Throws what came first. */
    void check(UniqueId test) throws Throwable {
        if (!failures.isEmpty()) {
            Throwable first = failures.get(0);
            failures.stream().skip(1).filter(other -> other != first).forEach(first::addSuppressed);
            throw first;
        }
        if (tests != 1 && abortions.isEmpty()) {
            throw new IllegalStateException(
                    "JUnit found " + tests + " tests for " + test + ", and not the one to explore.");
        }
    }
}
