package io.github.liveliness.rescue;

/** What a future holds that a rescue completed. */
final class StallRescueException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    StallRescueException() {
        super("Liveliness completed this future to end a stalled test: nothing else was going to. "
                + "The test's own failure says what stalled.");
    }
}
