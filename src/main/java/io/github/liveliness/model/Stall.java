package io.github.liveliness.model;

import java.util.List;
import org.apiguardian.api.API;

/**
 * A stall that was found, with its evidence.
 *
 * <p>Carried by the error that fails the test, and handed out by {@code StallWatch} to tests that expect one:
 *
 * <pre>{@code
 * Stall stall = watch.expectStall(Stall.Kind.STARVATION);
 * assertThat(stall.executors()).containsExactly("orders");
 * }</pre>
 *
 * @param verdict how sure it is
 * @param kind what is wrong
 * @param sentence the finding in one sentence
 * @param test the test that suffers, as people call it, or a word for the whole run
 * @param executors the names of the executors that are stuck, empty for a plain lock cycle
 * @param evidence what the finding rests on; not for users
 * @param rescue what was done to end it; not for users
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record Stall(
        Verdict verdict,
        Kind kind,
        String sentence,
        String test,
        List<String> executors,
        Evidence evidence,
        RescueLog rescue) {
    public Stall {
        executors = List.copyOf(executors);
    }

    /** What is wrong. */
    public enum Kind {
        /** Every thread of an executor waits for work that is queued behind it in the same executor. */
        STARVATION("starvation"),
        /** Threads wait for each other, through locks or across executors. */
        DEADLOCK("deadlock"),
        /** Nobody is left who could end a wait, and no executor is to blame. */
        ABANDONED("abandoned wait"),
        /** Due work does not start, and the reason is not proven. */
        NO_PROGRESS("no progress");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        /**
         * The kind as a report names it.
         *
         * @return one or two words in lower case
         */
        public String words() {
            return words;
        }
    }

    /**
     * The same stall with what was done to end it.
     *
     * @param done what was done, replacing what was recorded so far
     * @return a copy of this stall
     */
    public Stall with(RescueLog done) {
        return new Stall(verdict, kind, sentence, test, executors, evidence, done);
    }
}
