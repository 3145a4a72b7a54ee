package io.github.liveliness.report;

import io.github.liveliness.model.Stall;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;

/** Tells a stall in plain text: what, where, why, and how to fix it. */
@API(status = API.Status.INTERNAL)
public final class TextReport {

    private static final int HEAD_LIMIT = 5_000;
    private static final int LINE_LIMIT = 1_000;

    private static final List<Section> SECTIONS = List.of(
            Headline::lines,
            WaitGraphSection::lines,
            ExecutorSection::lines,
            OpenCallSection::lines,
            CertaintySection::lines,
            LastHolderSection::lines,
            RuledOutSection::lines,
            LimitsSection::lines,
            RescueSection::experiment,
            RescueSection::steps,
            FixSection::lines,
            StackSection::lines);

    private TextReport() {}

    /** The head of the report of a stall whose full report is not written anywhere. */
    public static String head(Stall stall) {
        return head(stall, List.of(), Optional.empty());
    }

    /**
     * The message of the error that fails the test: the report without what is too long for it.
     *
     * @param stall what was found
     * @param exploring how the test is explored, line by line; empty where that is not told
     * @param location where the full report can be read, such as a path
     * @return fewer than 5,000 characters
     */
    public static String head(Stall stall, List<String> exploring, Optional<String> location) {
        String foot = last(exploring)
                + location.map(path -> "\n\nFull report: " + shortened(path)).orElse("");
        int room = HEAD_LIMIT - 1 - foot.length();
        return fitting(stall, location.isPresent(), room) + foot;
    }

    /**
     * The whole report, with nothing left out.
     *
     * @param stall what was found
     * @param exploring how the test is explored, line by line; empty where that is not told
     * @param threadDump all threads of the JVM, already as text
     * @return as many lines as it takes
     */
    public static String full(Stall stall, List<String> exploring, String threadDump) {
        return text(stall, Detail.EVERYTHING) + last(exploring) + "\n\nThread dump\n" + threadDump;
    }

    private static String last(List<String> exploring) {
        return exploring.stream()
                .map(line -> "\n" + shortened(line))
                .reduce(String::concat)
                .map("\n"::concat)
                .orElse("");
    }

    private static String shortened(String line) {
        return Words.shortened(Words.readable(line), LINE_LIMIT);
    }

    private static String fitting(Stall stall, boolean fullReportExists, int room) {
        String text = "";
        for (Detail detail : Detail.forHead(fullReportExists)) {
            text = text(stall, detail);
            if (text.length() <= room) {
                return text;
            }
        }
        return Words.shortened(text, room);
    }

    private static String text(Stall stall, Detail detail) {
        return String.join(
                "\n\n",
                SECTIONS.stream()
                        .map(section ->
                                String.join("\n", section.lines(stall, detail).toList()))
                        .filter(section -> !section.isEmpty())
                        .toList());
    }
}
