package io.github.liveliness.blocking.probes;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toList;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Predicate;

/** What a detector found of probes. */
public record ProbeTable(List<Row> rows) {

    /**
     * A probe that was run.
     *
     * @param found the names of the calls that were flagged
     */
    public record Row(Probe probe, List<String> found) {
        private boolean mustBeFound() {
            return probe.expectation() == Expectation.BLOCKS;
        }

        private boolean isDetected() {
            return mustBeFound() && found.stream().anyMatch(probe::isNamedBy);
        }

        private boolean isMissed() {
            return mustBeFound() && !isDetected();
        }

        private boolean isFalsePositive() {
            return !mustBeFound() && !found.isEmpty();
        }

        private String line() {
            String calls = found.stream().map(call -> "`" + call + "`").collect(joining(", "));
            return "- " + probe.name() + (found.isEmpty() ? "" : ", found: " + calls) + "\n";
        }
    }

    /** Runs those probes that this JDK has. */
    public static ProbeTable of(List<Probe> probes, Detector detector) {
        return new ProbeTable(probes.stream()
                .filter(Probe::isAvailable)
                .map(probe -> new Row(probe, detector.callsIn(probe)))
                .toList());
    }

    /** The share of the blocking calls that was found, by its name. */
    public double detected() {
        long expected = count(rows, Row::mustBeFound);
        return expected == 0 ? 1 : (double) count(rows, Row::isDetected) / expected;
    }

    /** Blocking calls that were not found, or by another name only. */
    public List<Row> misses() {
        return rows.stream().filter(Row::isMissed).toList();
    }

    /** Findings where there is nothing to find. */
    public List<Row> falsePositives() {
        return rows.stream().filter(Row::isFalsePositive).toList();
    }

    public String toMarkdown() {
        StringBuilder markdown = new StringBuilder("| group | detected | false positives |\n|---|--:|--:|\n");
        rows.stream()
                .collect(groupingBy(row -> row.probe.group(), LinkedHashMap::new, toList()))
                .forEach((group, members) -> markdown.append(line(group, members)));
        markdown.append(line("all", rows));
        append(markdown, "Missed", misses());
        append(markdown, "False positives", falsePositives());
        return markdown.toString();
    }

    private static String line(String group, List<Row> rows) {
        long expected = count(rows, Row::mustBeFound);
        return "| " + group + " | " + share(count(rows, Row::isDetected), expected) + " | "
                + share(count(rows, Row::isFalsePositive), rows.size() - expected) + " |\n";
    }

    private static String share(long part, long whole) {
        return whole == 0 ? "" : part + "/" + whole;
    }

    private static long count(List<Row> rows, Predicate<Row> counted) {
        return rows.stream().filter(counted).count();
    }

    private static void append(StringBuilder markdown, String title, List<Row> rows) {
        if (!rows.isEmpty()) {
            markdown.append("\n").append(title).append(":\n\n");
            rows.forEach(row -> markdown.append(row.line()));
        }
    }
}
