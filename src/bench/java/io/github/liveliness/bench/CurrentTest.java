package io.github.liveliness.bench;

import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;

/** Tells which test is running. */
final class CurrentTest implements TestExecutionListener {
    private volatile String name = "no test";

    String name() {
        return name;
    }

    @Override
    public void executionStarted(TestIdentifier test) {
        name = test.getUniqueId();
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        name = "after " + test.getUniqueId();
    }
}
