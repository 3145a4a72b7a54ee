package io.github.liveliness.engine;

import io.github.liveliness.model.Activity;
import io.github.liveliness.model.Activity.Limit;
import io.github.liveliness.model.Diagnosis;
import io.github.liveliness.model.Snapshot;
import io.github.liveliness.model.ThreadId;
import java.time.Duration;
import java.util.Optional;

/** How a test body stands to a knot. */
sealed interface Bearing {

    /** It waits on the knot, and no time-out will free it. */
    record Caught() implements Bearing {}

    /** It waits for something else, and no time-out will free it. */
    record WaitsElsewhere() implements Bearing {}

    /** It waits, and a time-out will free it; {@code remaining} is empty where the deadline was not seen. */
    record WaitsForTime(Optional<Duration> remaining) implements Bearing {}

    /** It runs, sleeps, or is not in the picture. */
    record Free() implements Bearing {}

    static Bearing of(ThreadId body, Diagnosis diagnosis, Snapshot snapshot) {
        Activity activity =
                snapshot.thread(body).map(thread -> thread.activity()).orElseGet(Activity.Running::new);
        if (!(activity instanceof Activity.Waiting waiting)) {
            return new Free();
        }
        if (waiting.limit() instanceof Limit.Timed timed) {
            return new WaitsForTime(timed.remaining());
        }
        return diagnosis.graph().holds(body) ? new Caught() : new WaitsElsewhere();
    }
}
