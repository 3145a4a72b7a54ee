package io.github.liveliness.engine;

import io.github.liveliness.model.Stall;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
     * @param head what is wrong
     * @param predicate the same, in a few words that follow the name of the test
     * @param undisturbed whether it takes no switch between threads
     * @param schedule what the schedule is, and the token that runs it again, line by line
     * @param interleaving who did what in it, line by line
     * @param cause what the body threw, if it did
     * @param stall the stall, if it is one that was diagnosed
     * @param stack where to point at; empty if nowhere
     */
    record Failed(
            String head,
            String predicate,
            boolean undisturbed,
            List<String> schedule,
            List<String> interleaving,
            Optional<Throwable> cause,
            Optional<Stall> stall,
            List<StackTraceElement> stack)
            implements Explored {
        public Failed {
            schedule = List.copyOf(schedule);
            interleaving = List.copyOf(interleaving);
            stack = List.copyOf(stack);
        }

        /** The whole message. */
        public String words() {
            return Stream.of(List.of(head), schedule, interleaving)
                    .filter(part -> !part.isEmpty())
                    .map(part -> String.join("\n", part))
                    .collect(Collectors.joining("\n\n"));
        }
    }

    /**
     * Nothing can be said of the test.
     *
     * @param why why
     * @param advice what to do about it, where that is not said already
     */
    record Impossible(String why, Optional<String> advice) implements Explored {
        /** The whole message. */
        public String words() {
            return advice.map(what -> why + " " + what).orElse(why);
        }
    }
}
