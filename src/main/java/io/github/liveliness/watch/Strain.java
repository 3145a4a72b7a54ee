package io.github.liveliness.watch;

import java.time.Duration;
import org.apiguardian.api.API;

/**
 * What an executor's silence looked like so far.
 *
 * @param silence the time since a task last started or completed
 * @param processorTime what its workers used of the processor in that time
 * @param pause how much of that time the watcher itself lost
 */
@API(status = API.Status.INTERNAL)
public record Strain(Duration silence, Duration processorTime, Duration pause) {
    /** No silence at all. */
    public static final Strain NONE = new Strain(Duration.ZERO, Duration.ZERO, Duration.ZERO);
}
