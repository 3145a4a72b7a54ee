package io.github.liveliness.explore;

import java.util.Optional;

/** What of an ending is to be told. */
final class Failure {
    private Failure() {}

    /** What tells one failure from another; nothing for an ending that is none. */
    static Optional<String> fingerprint(Ending ending) {
        if (ending instanceof Ending.Failed failed) {
            return Optional.of(failed.fingerprint());
        }
        if (ending instanceof Ending.Stalled stalled) {
            return Optional.of(stalled.fingerprint());
        }
        return ending instanceof Ending.TooLong ? Optional.of("never ends") : Optional.empty();
    }

    /** The ending, as what somebody did. */
    static String words(Ending ending) {
        if (ending instanceof Ending.Failed failed) {
            return "failed with " + failed.failure();
        }
        if (ending instanceof Ending.NotControlled escaped) {
            return "was not controlled: " + escaped.why();
        }
        if (ending instanceof Ending.TooLong endless) {
            return "did not end within " + endless.points() + " points";
        }
        return ending instanceof Ending.Stalled ? "stalled elsewhere" : "passed";
    }
}
