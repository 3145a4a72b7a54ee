package io.github.liveliness.watch;

import java.util.Collection;
import java.util.List;

/**
 * Tells the executors that run test bodies from those that the bodies use.
 *
 * <p>Where tests run in parallel, JUnit's own executor has a backlog of tests and workers that wait as their tests do.
 */
final class TestRunners {
    private final Collection<Thread> bodies;

    /**
     * @param bodies the threads that run test bodies
     */
    TestRunners(Collection<Thread> bodies) {
        this.bodies = bodies;
    }

    /** Whether one of these workers runs a test body. */
    boolean employ(List<Thread> workers) {
        return bodies.stream().anyMatch(body -> workers.stream().anyMatch(worker -> worker == body));
    }
}
