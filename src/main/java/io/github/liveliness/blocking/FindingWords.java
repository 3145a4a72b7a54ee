package io.github.liveliness.blocking;

import io.github.liveliness.model.BlockingCall.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apiguardian.api.API;

/** Says what blocked, where, and what to do about it. */
@API(status = API.Status.INTERNAL)
public final class FindingWords {

    private static final int MOST_FRAMES = 3;
    private static final String ADVICE = """
            While a thread of a bounded executor blocks, its other tasks wait in the queue. Make the call before the task is
            submitted, or on an executor that may block, or use one that calls back. If it may block here, say so with
            @AllowBlocking(reason = "...") on the method.
            """;

    private FindingWords() {}

    /**
     * All findings of a test.
     *
     * @param test what people call it
     * @param passedBy how many more calls nobody has looked at
     * @param unseen what could not be seen, a sentence each
     */
    public static String of(List<Finding> findings, String test, long passedBy, List<String> unseen) {
        String head = (findings.size() == 1 ? "One blocking call" : findings.size() + " blocking calls")
                + " inside tasks of bounded executors in " + test;
        return findings.stream()
                .map(FindingWords::of)
                .collect(Collectors.joining("\n", head + "\n\n", "\n" + ADVICE + told(passedBy, unseen)));
    }

    private static String told(long passedBy, List<String> unseen) {
        List<String> notes = new ArrayList<>(unseen);
        if (passedBy > 0) {
            notes.add(
                    0,
                    (passedBy == 1 ? "One more call" : passedBy + " more calls")
                            + " came too fast to be looked at, and may have been made elsewhere.");
        }
        return notes.isEmpty() ? "" : notes.stream().collect(Collectors.joining("\n", "\n", "\n"));
    }

    /** The head of what a whole run has found. */
    public static String ofRun() {
        return "Calls that block inside tasks of bounded executors, each place once, with the first test that came there.\n\n"
                + ADVICE;
    }

    /** What a whole run learns from one of its tests. */
    public static String inRun(List<Finding> findings, String test) {
        return findings.stream().map(FindingWords::of).collect(Collectors.joining("\n", "\nIn " + test + "\n\n", ""));
    }

    private static String of(Finding finding) {
        StringBuilder words = new StringBuilder(finding.site().call())
                .append(' ')
                .append(finding.kinds().stream().map(Kind::words).collect(Collectors.joining(", ")))
                .append(": ")
                .append(often(finding))
                .append('\n');
        finding.sample().places().stream().limit(MOST_FRAMES).forEach(frame -> at(words, frame));
        words.append("  in a task of ")
                .append(finding.executors().stream()
                        .map(name -> "'" + name + "'")
                        .collect(Collectors.joining(", ")));
        if (!finding.submitSites().isEmpty()) {
            words.append(", submitted");
        }
        words.append('\n');
        finding.submitSites().stream().limit(MOST_FRAMES).forEach(frame -> at(words, frame));
        return words.toString();
    }

    private static void at(StringBuilder words, StackTraceElement frame) {
        words.append("    at ").append(withoutLoader(frame)).append('\n');
    }

    /** As people write it, and as their tools can open it. */
    private static StackTraceElement withoutLoader(StackTraceElement frame) {
        return new StackTraceElement(
                frame.getClassName(), frame.getMethodName(), frame.getFileName(), frame.getLineNumber());
    }

    private static String often(Finding finding) {
        if (finding.stillBlocked() == finding.count()) {
            return "still blocked after " + millis(finding.longest());
        }
        if (finding.count() == 1) {
            return "blocked for " + millis(finding.total());
        }
        String still = finding.stillBlocked() == 0 ? "" : ", " + finding.stillBlocked() + " of them still blocked";
        return "blocked " + finding.count() + " times, " + millis(finding.total()) + " in all, "
                + millis(finding.longest()) + " the longest" + still;
    }

    private static String millis(Duration duration) {
        double millis = duration.toNanos() / 1e6;
        return millis < 10 ? String.format(Locale.ROOT, "%.1f ms", millis) : Math.round(millis) + " ms";
    }
}
