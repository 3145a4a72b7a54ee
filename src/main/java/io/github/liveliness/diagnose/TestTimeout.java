package io.github.liveliness.diagnose;

import io.github.liveliness.model.Diagnosis;
import io.github.liveliness.model.Verdict;
import java.time.Duration;
import java.util.Optional;
import org.apiguardian.api.API;

/** What a stall is worth to a test that itself waits on it with a time-out: it may mean just that, so it is not proven. */
@API(status = API.Status.INTERNAL)
public final class TestTimeout {

    private TestTimeout() {}

    /**
     * Tells a diagnosis to such a test.
     *
     * @param diagnosis the diagnosis of what the test waits on
     * @param remaining the time until the test goes on; zero where that is not known
     * @return a diagnosis that is at most likely, and promises no more than that
     */
    public static Diagnosis endingIn(Duration remaining, Diagnosis diagnosis) {
        return new Diagnosis(
                diagnosis.verdict() == Verdict.PROVEN ? Verdict.LIKELY : diagnosis.verdict(),
                diagnosis.kind(),
                KnotSentence.withoutPromise(diagnosis.sentence()) + "; the test would go on only by its time-out, "
                        + KnotSentence.when(remaining),
                diagnosis.graph(),
                diagnosis.movers(),
                diagnosis.endsByItself().or(() -> Optional.of(remaining)),
                diagnosis.reachability());
    }
}
