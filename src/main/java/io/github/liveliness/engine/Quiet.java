package io.github.liveliness.engine;

import io.github.liveliness.explore.ControlledProgram;
import java.time.Duration;
import java.util.Optional;
import org.apiguardian.api.API;

/** Nobody is left at work beside a test that is about to be explored. */
@API(status = API.Status.INTERNAL)
public final class Quiet {
    private static final Duration SETTLING = Duration.ofSeconds(1);

    private Quiet() {}

    /**
     * Lets threads that a test has left behind come to an end, for a while.
     *
     * @return the name of one that has not, and beside which nothing can be said to stall
     */
    public static Optional<String> await() {
        return ControlledProgram.awaitQuiet(SETTLING);
    }
}
