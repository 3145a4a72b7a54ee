package io.github.liveliness.rescue;

import java.time.Duration;
import org.apiguardian.api.API;

/**
 * How far a rescue may go.
 *
 * @param lend whether executors may be lent threads
 * @param halt whether the JVM may be halted when nothing else ended the body
 * @param grace how long each rung waits for the body to end, and for a user's executor to answer
 */
@API(status = API.Status.INTERNAL)
public record RescuePolicy(boolean lend, boolean halt, Duration grace) {

    /** Long enough for a body to unwind, short enough for the whole ladder to stay near a second. */
    public static final Duration STANDARD_GRACE = Duration.ofMillis(300);

    public RescuePolicy {
        if (grace.isNegative() || grace.isZero()) {
            throw new IllegalArgumentException("a rung needs time to show what came of it, not " + grace);
        }
    }
}
