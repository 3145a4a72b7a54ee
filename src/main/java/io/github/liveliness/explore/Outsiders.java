package io.github.liveliness.explore;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/**
 * Threads that a test did not start, and that may end a wait inside it all the same: by a static field, by a queue, in a time
 * that is not virtual. Where there are any, that nobody inside can go on is no stall.
 *
 * <p>Who was there when a test began counts to its end: it may have given its signal where nobody listens, and be gone.
 */
final class Outsiders {

    private static final long LOOK = Duration.ofMillis(10).toNanos();

    private static final Duration SETTLING = Duration.ofMillis(200);

    private final Optional<Thread> before;

    private Outsiders(Optional<Thread> before) {
        this.before = before;
    }

    /** Those of a test that is about to begin. Threads of the test before may be about to end. */
    static Outsiders ofNow() {
        return new Outsiders(awaitNone(SETTLING));
    }

    /** Waits until there are none, for so long at most; returns one that is left. */
    static Optional<Thread> awaitNone(Duration atMost) {
        long start = System.nanoTime();
        Optional<Thread> left = movers().findFirst();
        while (left.isPresent() && System.nanoTime() - start < atMost.toNanos()) {
            LockSupport.parkNanos(LOOK);
            left = movers().findFirst();
        }
        return left;
    }

    /**
     * One that may end a wait.
     *
     * @param inside the threads of the test
     */
    Optional<Thread> whoMayHelp(Collection<Thread> inside) {
        Set<Thread> known = Set.copyOf(inside);
        return before.or(
                () -> movers().filter(thread -> !known.contains(thread)).findFirst());
    }

    private static Stream<Thread> movers() {
        Thread asking = Thread.currentThread();
        return Thread.getAllStackTraces().entrySet().stream()
                .filter(entry -> entry.getKey() != asking)
                .filter(entry -> Outsider.mayMove(
                        entry.getKey().getName(), entry.getKey().getState(), entry.getValue()))
                .map(Map.Entry::getKey);
    }
}
