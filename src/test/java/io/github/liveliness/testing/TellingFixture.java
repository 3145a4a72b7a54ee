package io.github.liveliness.testing;

import org.junit.jupiter.api.Test;

/** A fixture of which a JVM of its own tells what became of it: whatever surrounds it, a test keeps its own outcome. */
public abstract class TellingFixture {

    /** The lines that stand for the tests of this class; {@code passed} and {@code failed} name them with those of the fixture. */
    public static final String OWN_FAILURE = "own failure";

    /** Runs it, and prints which tests passed and failed, and what the one failed with that fails by itself. */
    public static Launched runAndTell(Class<? extends TellingFixture> fixture) {
        Launched tests = Launched.run(fixture);
        System.out.println("passed " + tests.passed());
        System.out.println("failed " + tests.failed());
        System.out.println(tests.failureOf("failsByItself").getMessage());
        return tests;
    }

    @Test
    void passes() {}

    @Test
    void failsByItself() {
        throw new IllegalStateException(OWN_FAILURE);
    }
}
