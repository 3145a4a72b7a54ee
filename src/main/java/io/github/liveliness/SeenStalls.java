package io.github.liveliness;

import io.github.liveliness.model.Stall;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Says in few words which stalls a test saw, for a message about one that it expected. */
final class SeenStalls {
    private SeenStalls() {}

    /** The end of a message: a line for each stall. */
    static String words(List<Stall> seen) {
        return seen.isEmpty()
                ? "No stalls were seen."
                : "Stalls seen:"
                        + seen.stream().map(stall -> "\n- " + words(stall)).collect(Collectors.joining());
    }

    private static String words(Stall stall) {
        String verdict = stall.verdict().name().toLowerCase(Locale.ROOT);
        String executors =
                stall.executors().stream().map(name -> "'" + name + "'").collect(Collectors.joining(", "));
        return verdict + " " + stall.kind() + (executors.isEmpty() ? "" : " in " + executors);
    }
}
