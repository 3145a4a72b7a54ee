package io.github.liveliness.blocking;

import io.github.liveliness.blocking.Baseline.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** How a baseline is written down: a header, one entry on each line, in their order, and a last line. */
final class BaselineText {

    /** What users write to have entries added. */
    static final String WRITE = "-Dliveliness.baseline.write=true";

    private static final int VERSION = 1;
    private static final String TITLE = "# Liveliness baseline, version ";
    private static final Pattern FIRST_LINE = Pattern.compile(Pattern.quote(TITLE) + "(\\d+)");

    /** Without it a file that was cut off would pass for one with fewer entries. */
    private static final String LAST_LINE = "# End";

    private static final String HEADER = TITLE + VERSION + """

            # Calls that block threads of bounded executors, and did so when this file was written. Only others fail tests.
            # Running the tests with %s adds those that are not here. It takes none out:
            # an entry that has vanished is reported until its line is deleted.
            """.formatted(WRITE);

    private static final String RESTORE =
            "Restore the file from version control, or delete it and run the tests with " + WRITE + ".";

    private BaselineText() {}

    static String write(Baseline baseline) {
        return baseline.entries().stream()
                .map(entry -> BaselineLine.write(entry) + "\n")
                .collect(Collectors.joining("", HEADER, LAST_LINE + "\n"));
    }

    /**
     * Reads what was written down.
     *
     * @param text the whole text
     * @param where its file, as an error names it
     * @throws BaselineException if anything in it is not as it should be
     */
    static Baseline read(String text, String where) {
        List<String> lines = text.lines().toList();
        checkVersion(lines.isEmpty() ? "" : lines.get(0), where);
        int end = lines.lastIndexOf(LAST_LINE);
        if (end < 0) {
            throw new BaselineException(where + " is wrong: its last line, \"" + LAST_LINE
                    + "\", is missing, so that entries may be missing too. " + RESTORE);
        }
        List<Entry> entries = new ArrayList<>();
        for (int index = lengthOfHeader(lines); index < lines.size(); index++) {
            if (index != end && !lines.get(index).isBlank()) {
                entries.add(BaselineLine.read(lines.get(index), where + ":" + (index + 1)));
            }
        }
        return new Baseline(entries);
    }

    private static void checkVersion(String first, String where) {
        Matcher version = FIRST_LINE.matcher(first);
        if (!version.matches()) {
            throw new BaselineException(
                    where + ":1 is wrong: \"" + first + "\" should be \"" + TITLE + VERSION + "\". " + RESTORE);
        }
        if (!version.group(1).equals(Integer.toString(VERSION))) {
            throw new BaselineException(where + ":1 is wrong: it is of version " + version.group(1)
                    + ", and this Liveliness reads version " + VERSION + ". Use the Liveliness that wrote it, or delete"
                    + " it and run the tests with " + WRITE + ".");
        }
    }

    private static int lengthOfHeader(List<String> lines) {
        int length = 0;
        while (lines.get(length).startsWith("#") && !lines.get(length).equals(LAST_LINE)) {
            length++;
        }
        return length;
    }
}
