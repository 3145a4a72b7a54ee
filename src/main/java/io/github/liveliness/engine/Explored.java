package io.github.liveliness.engine;

import io.github.liveliness.model.Stall;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;

/** What came of exploring a test. */
@API(status = API.Status.INTERNAL)
public sealed interface Explored {

    /**
     * No schedule failed.
     *
     * @param words what was run, and what is known by that
     */
    record Passed(String words) implements Explored {}

    /**
     * A schedule failed.
     *
     * @param words the whole message, with the token
     * @param cause what the body threw, if it did
     * @param stall the stall, if it is one that was diagnosed
     * @param stack where to point at; empty if nowhere
     */
    record Failed(String words, Optional<Throwable> cause, Optional<Stall> stall, List<StackTraceElement> stack)
            implements Explored {
        public Failed {
            stack = List.copyOf(stack);
        }
    }

    /**
     * Nothing can be said of the test.
     *
     * @param words why, and what to do about it
     */
    record Impossible(String words) implements Explored {}
}
