package io.github.liveliness.report;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * How much of a stall is told: what is longer is cut, and says so.
 *
 * @param items the most entries of a list
 * @param frames the most lines of a stack
 * @param width the most characters of a name; sentences get {@value #SENTENCE} times as many
 * @param hint where the rest can be read, as the end of "and 12 more"
 */
record Detail(int items, int frames, int width, String hint) {

    static final Detail EVERYTHING =
            new Detail(Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE / Detail.SENTENCE, "");

    private static final int SENTENCE = 4;

    /** From what is told of a common stall, down to what always fits into the head of a report. */
    static List<Detail> forHead(boolean fullReportExists) {
        String hint = fullReportExists ? ", see the full report" : "";
        return List.of(
                new Detail(12, 24, 200, hint),
                new Detail(8, 16, 160, hint),
                new Detail(5, 10, 120, hint),
                new Detail(3, 6, 80, hint),
                new Detail(2, 4, 60, hint),
                new Detail(1, 2, 40, hint));
    }

    String name(String raw) {
        return Words.shortened(Words.readable(raw), width);
    }

    String sentence(String raw) {
        return Words.shortened(Words.readable(raw), width * SENTENCE);
    }

    /** All names in one line. */
    String names(List<String> raw) {
        List<String> names = raw.stream().limit(items).map(this::name).toList();
        int more = raw.size() - names.size();
        return more == 0 ? Words.list(names) : String.join(", ", names) + " and " + more + " more";
    }

    /** The first entries of a list, and how many are left out. */
    <T> Stream<String> list(List<T> entries, String indent, Function<? super T, Stream<String>> lines) {
        Stream<String> told = entries.stream().limit(items).flatMap(lines);
        int more = entries.size() - items;
        return more <= 0 ? told : Stream.concat(told, Stream.of(indent + "and " + more + " more" + hint));
    }

    /** The lines of a stack, clickable. */
    Stream<String> stack(List<String> folded, String indent) {
        Stream<String> told =
                folded.stream().limit(frames).map(line -> indent + Words.shortened(Words.readable(line), 2 * width));
        int more = folded.size() - frames;
        return more <= 0
                ? told
                : Stream.concat(told, Stream.of(indent + "... " + Words.count(more, "more line") + hint));
    }
}
