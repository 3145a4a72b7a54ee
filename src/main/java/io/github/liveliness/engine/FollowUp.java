package io.github.liveliness.engine;

import io.github.liveliness.model.Stall;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;

/**
 * What came of exploring a test in the JVM in which it had just stalled, for the end of its report.
 *
 * @param lines all that belongs into a message
 * @param rest what is too long for that
 */
@API(status = API.Status.INTERNAL)
public record FollowUp(List<String> lines, List<String> rest) {
    private static final String EXPLORED = "Explored at once, in this JVM";

    public FollowUp {
        lines = List.copyOf(lines);
        rest = List.copyOf(rest);
    }

    /** What was found, or not, of the stall that the test had. */
    public static FollowUp of(Explored explored, Stall live) {
        if (explored instanceof Explored.Failed failed) {
            List<String> lines = new ArrayList<>();
            lines.add(EXPLORED + ", " + found(failed, live) + ".");
            lines.addAll(failed.schedule());
            return new FollowUp(lines, failed.interleaving());
        }
        if (explored instanceof Explored.Passed passed) {
            return new FollowUp(
                    List.of(
                            EXPLORED + ", the test did not stall again. " + passed.words(),
                            "Raise " + Setting.EXPLORE_SCHEDULES.key() + ", or try another "
                                    + Setting.EXPLORE_SEED.key() + "."),
                    List.of());
        }
        return impossible(((Explored.Impossible) explored).why());
    }

    /** Nothing can be said here. */
    public static FollowUp impossible(String why) {
        return new FollowUp(
                List.of(
                        EXPLORED + ", the test told nothing: " + why,
                        "What the stall has left behind may be in the way. How to reproduce it in a JVM of its own stands above."),
                List.of());
    }

    /** A thread is at work that the test did not start, or has left behind. */
    public static FollowUp beside(String thread) {
        return impossible("the thread '" + thread + "' has not come to rest, and may end any wait of it.");
    }

    private static String found(Explored.Failed failed, Stall live) {
        Optional<Stall> stall = failed.stall();
        if (stall.isEmpty()) {
            return "the test fails otherwise: " + failed.head().replaceFirst("\\.$", "");
        }
        return stall.get().kind() == live.kind()
                ? "the test stalls again: " + stall.get().sentence()
                : "the test stalls otherwise: " + stall.get().sentence();
    }

    /** For a message. */
    public String words() {
        return String.join("\n", lines);
    }

    /** For a file. */
    public String allWords() {
        return rest.isEmpty() ? words() : words() + "\n\n" + String.join("\n", rest);
    }
}
