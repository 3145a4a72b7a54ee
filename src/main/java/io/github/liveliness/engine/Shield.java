package io.github.liveliness.engine;

import java.util.function.Consumer;

/** Keeps the thread that watches alive: whatever a step of its work throws is told, and the next step follows. */
final class Shield {
    private final Consumer<Throwable> onFailure;

    Shield(Consumer<Throwable> onFailure) {
        this.onFailure = onFailure;
    }

    /** Runs a step; only a JVM that is broken itself gets through. */
    void run(Runnable step) {
        try {
            step.run();
        } catch (InternalError | UnknownError jvmIsBroken) {
            throw jvmIsBroken;
        } catch (Throwable failure) {
            tell(failure);
        }
    }

    /** What is short of memory may be short of memory for the telling, too. */
    private void tell(Throwable failure) {
        try {
            onFailure.accept(failure);
        } catch (InternalError | UnknownError jvmIsBroken) {
            throw jvmIsBroken;
        } catch (Throwable untold) {
            // Watching goes on without a word.
        }
    }
}
