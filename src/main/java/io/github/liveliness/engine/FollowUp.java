package io.github.liveliness.engine;

import io.github.liveliness.model.Stall;
import java.util.ArrayList;
import java.util.List;
import org.apiguardian.api.API;

/**
 * What came of exploring a test in the JVM in which it had just stalled, for the end of its report.
 *
 * @param lines all that belongs into a message
 * @param rest what is too long for that
 */
@API(status = API.Status.INTERNAL)
public record FollowUp(List<String> lines, List<String> rest) {
    private static final String EXPLORED = "Explored at once, in this JVM, ";
    private static final String NOT_EXPLORED = "Not explored at once: ";
    private static final String ELSEWHERE = "How to reproduce it in a JVM of its own stands above.";

    public FollowUp {
        lines = List.copyOf(lines);
        rest = List.copyOf(rest);
    }

    /** What was found, or not, of the stall that the test had. */
    public static FollowUp of(Explored explored, Stall live) {
        if (explored instanceof Explored.Failed failed) {
            return found(failed, live);
        }
        if (explored instanceof Explored.Passed passed) {
            return saying(
                    EXPLORED + "the test did not stall again. " + passed.words(),
                    "Raise " + Setting.EXPLORE_SCHEDULES.key() + ", or try another " + Setting.EXPLORE_SEED.key()
                            + ".");
        }
        return saying(
                EXPLORED + "the test told nothing: " + ((Explored.Impossible) explored).why(),
                "What the stall has left behind may be in the way. " + ELSEWHERE);
    }

    /** Nobody has tried, or could. */
    public static FollowUp notExplored(String why) {
        return saying(NOT_EXPLORED + sentence(why));
    }

    /** A thread is at work that the test did not start, or has left behind. */
    public static FollowUp beside(String thread) {
        return saying(
                NOT_EXPLORED + "the thread '" + thread + "' has not come to rest, and may end any wait of the test.",
                ELSEWHERE);
    }

    /** An assumption of the test fails now. */
    public static FollowUp aborted(Throwable abortion) {
        return saying(
                EXPLORED + "the test never came to its end: " + sentence(abortion.toString()),
                "What the stall has left behind may be in the way. " + ELSEWHERE);
    }

    /** Others have stalled before. */
    public static FollowUp late() {
        return saying(
                NOT_EXPLORED + "exploring the stalls before this one has taken all the time of "
                        + Setting.EXPLORE_WITHIN.key() + ".",
                ELSEWHERE);
    }

    private static FollowUp saying(String... lines) {
        return new FollowUp(List.of(lines), List.of());
    }

    private static FollowUp found(Explored.Failed failed, Stall live) {
        List<String> lines = new ArrayList<>();
        lines.add(EXPLORED + "the test " + sentence(found(failed, live.kind())));
        // What is found may come of the live stall alone: statics are as that has left them.
        lines.add(
                failed.undisturbed()
                        ? "It takes no schedule for that: either it always does so, or what the stall has left behind in"
                                + " static fields makes it, and then the token repeats nothing elsewhere."
                        : "What the stall has left behind in static fields may be part of this.");
        lines.add("The command above tells, in a JVM of its own.");
        lines.addAll(failed.schedule());
        return new FollowUp(lines, failed.interleaving());
    }

    private static String found(Explored.Failed failed, Stall.Kind live) {
        return failed.stall()
                .map(stall -> (stall.kind() == live ? "stalls again: " : "stalls otherwise: ") + stall.sentence())
                .orElse(failed.predicate());
    }

    private static String sentence(String words) {
        return words.endsWith(".") ? words : words + ".";
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
