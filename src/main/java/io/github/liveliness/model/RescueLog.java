package io.github.liveliness.model;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;

/**
 * What was done to end a stuck test body, in order.
 *
 * @param steps one for each rung that was climbed
 * @param experiment what lending threads showed, where threads were lent
 */
@API(status = API.Status.INTERNAL)
public record RescueLog(List<Step> steps, Optional<Experiment> experiment) {
    /** Nothing was done. */
    public static final RescueLog NONE = new RescueLog(List.of(), Optional.empty());

    public RescueLog {
        steps = List.copyOf(steps);
    }

    /**
     * One rung of the ladder.
     *
     * @param rung what was done, as half a sentence: "interrupted the test thread"
     * @param outcome what came of it
     * @param after how long after the verdict the outcome was known
     */
    public record Step(String rung, Outcome outcome, Duration after) {}

    /** What came of a rung. */
    public enum Outcome {
        /** The body ended. */
        BODY_ENDED,
        /** Done, and the body goes on. */
        BODY_STILL_STUCK,
        /** Done for the sake of other tests, after all that was done for the body. */
        FOR_OTHERS,
        /** Not applicable here, or switched off. */
        SKIPPED
    }

    /** What came of a wait while threads were lent. */
    public enum Effect {
        /** The body ended. */
        BODY_ENDED,
        /** The executor's threads did all they had to do, those that were stuck included; the body goes on. */
        WORKERS_WENT_ON,
        /** None that was seen: the wait goes on, or the time to lend ran out first. */
        NONE
    }

    /**
     * What lending threads to a starved executor showed.
     *
     * @param executor the executor's name
     * @param had how many threads it had
     * @param lent how many it was lent
     * @param drained whether its backlog then drained, which tells nothing yet: a lent thread may only have taken a
     *     queued task over, to wait in it too
     * @param effect what came of the wait
     */
    public record Experiment(String executor, int had, int lent, boolean drained, Effect effect) {
        /** Whether the wait ended, so that the threads were enough; on a loaded machine fewer may have been. */
        public boolean wereEnough() {
            return effect != Effect.NONE;
        }

        /**
         * The same experiment with what was seen of it later.
         *
         * @param seen what came of the wait
         * @return a copy of this experiment
         */
        public Experiment with(Effect seen) {
            return new Experiment(executor, had, lent, drained, seen);
        }

        /** How many threads the executor had in the end. */
        public int reached() {
            return had + lent;
        }
    }
}
