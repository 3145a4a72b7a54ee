package io.github.liveliness.agent.boot;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * How many more submissions are recorded. Whoever uses all of it up submits more than anybody will ever look at, and waits for
 * several refills: to record is to walk the stack.
 */
final class CaptureBudget {
    private final AtomicInteger left = new AtomicInteger(SeenExecutor.CAPTURES);
    private int passedBy;

    boolean isLeft() {
        return left.get() > 0;
    }

    /** Reads before it writes: most who come find nothing left. */
    boolean take() {
        return isLeft() && left.getAndDecrement() > 0;
    }

    /** Called by one thread at a time. */
    void refill() {
        if (isLeft() || ++passedBy >= SeenExecutor.REFILLS_OF_A_FLOOD) {
            passedBy = 0;
            left.set(SeenExecutor.CAPTURES);
        }
    }

    void close() {
        left.set(0);
    }
}
