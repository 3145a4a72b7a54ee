package io.github.liveliness.agent.boot;

/** Thrown where a thread of a controlled run waits when the run is over, so that the thread ends. Nobody should catch it. */
public final class RunEnded extends Error {

    private static final long serialVersionUID = 1;

    /** One for all: it has no stack, and where it is thrown nothing may fail for want of memory. */
    @SuppressWarnings("StaticAssignmentOfThrowable")
    static final RunEnded SIGNAL = new RunEnded();

    private RunEnded() {
        super("This run under control is over.", null, false, false);
    }
}
