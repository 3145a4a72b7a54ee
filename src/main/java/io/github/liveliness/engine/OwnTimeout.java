package io.github.liveliness.engine;

import io.github.liveliness.diagnose.TestTimeout;
import io.github.liveliness.model.Diagnosis;
import io.github.liveliness.model.ThreadId;
import java.time.Duration;

/** Tells a test that itself waits on a stall with a time-out no more than that it is likely. */
final class OwnTimeout {
    private OwnTimeout() {}

    static Diagnosis applied(Bearing bearing, ThreadId body, Diagnosis diagnosis) {
        boolean waitsOnIt = diagnosis.graph().holds(body);
        return waitsOnIt && bearing instanceof Bearing.WaitsForTime timed
                ? TestTimeout.endingIn(timed.remaining().orElse(Duration.ZERO), diagnosis)
                : diagnosis;
    }
}
