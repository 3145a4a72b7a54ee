package io.github.liveliness.engine;

import io.github.liveliness.model.Diagnosis;
import io.github.liveliness.model.ThreadId;
import io.github.liveliness.model.Verdict;
import java.time.Duration;
import java.util.Optional;

/** What a stall is worth to a test that itself waits on it with a time-out: it may mean just that, so it is not proven. */
final class OwnTimeout {
    private OwnTimeout() {}

    static Diagnosis applied(Bearing bearing, ThreadId body, Diagnosis diagnosis) {
        boolean waitsOnIt = diagnosis.graph().holds(body);
        return waitsOnIt && bearing instanceof Bearing.WaitsForTime timed
                ? endingIn(timed.remaining().orElse(Duration.ZERO), diagnosis)
                : diagnosis;
    }

    private static Diagnosis endingIn(Duration remaining, Diagnosis diagnosis) {
        return new Diagnosis(
                diagnosis.verdict() == Verdict.PROVEN ? Verdict.LIKELY : diagnosis.verdict(),
                diagnosis.kind(),
                diagnosis.sentence() + "; the test would go on only by its time-out, in " + remaining.toSeconds()
                        + " s",
                diagnosis.graph(),
                diagnosis.movers(),
                diagnosis.endsByItself().or(() -> Optional.of(remaining)));
    }
}
