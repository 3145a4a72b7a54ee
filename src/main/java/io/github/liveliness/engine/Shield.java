package io.github.liveliness.engine;

import io.github.liveliness.blocking.UserErrorException;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Keeps the thread that watches alive, and tests from failing for what is wrong with us: whatever a step of our work throws is
 * told, and the next step follows.
 */
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

    /**
     * Asks for an answer; where asking fails there is none.
     *
     * @throws UserErrorException if it is for the users to put something right
     */
    <T> Optional<T> ask(Supplier<Optional<T>> question) {
        try {
            return question.get();
        } catch (UserErrorException | InternalError | UnknownError notForUsToSettle) {
            throw notForUsToSettle;
        } catch (Throwable failure) {
            tell(failure);
            return Optional.empty();
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
