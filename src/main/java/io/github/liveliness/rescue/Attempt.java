package io.github.liveliness.rescue;

import io.github.liveliness.model.RescueLog.Experiment;

/** What a rung did; whether the body ended by it is for the ladder to see. */
sealed interface Attempt {

    /** What was or was not done, as half a sentence. */
    String what();

    /** Whether the body may end by it, given time. */
    boolean mayEndBody();

    /** Done. */
    record Acted(String what) implements Attempt {
        @Override
        public boolean mayEndBody() {
            return true;
        }
    }

    /** Threads were lent, and taken back. */
    record Lent(String what, Experiment experiment) implements Attempt {
        @Override
        public boolean mayEndBody() {
            return experiment.drained() || experiment.wereEnough();
        }
    }

    /** Nobody waits for the body any more, though it goes on. */
    record LetGo(String what) implements Attempt {
        @Override
        public boolean mayEndBody() {
            return false;
        }
    }

    /** Nothing was done: not applicable here, or switched off. */
    record Skipped(String what) implements Attempt {
        @Override
        public boolean mayEndBody() {
            return false;
        }
    }
}
