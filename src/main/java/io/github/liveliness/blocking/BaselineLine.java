package io.github.liveliness.blocking;

import static java.util.stream.Collectors.joining;

import io.github.liveliness.blocking.Baseline.Entry;
import io.github.liveliness.model.BlockingCall.Kind;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** One entry of a baseline on one line: "com.acme.Orders#price | Files.readString | file | Orders.java:28". */
final class BaselineLine {

    private static final String BAR = " | ";
    private static final String EXAMPLE = "com.acme.Orders#price | Files.readString | file | Orders.java:28";
    private static final Pattern BARS = Pattern.compile(Pattern.quote(BAR));
    private static final Pattern PLACE = Pattern.compile("[^#]+#.+", Pattern.DOTALL);

    /** Some languages let a name hold anything. */
    private static final Pattern UNSAFE = Pattern.compile("[\\\\|\\p{Cc}\\p{Zl}\\p{Zp}]|^#|^\\s|\\s$");

    private static final Pattern ESCAPED = Pattern.compile("\\\\u(\\p{XDigit}{4})");
    private static final Pattern CONFLICT = Pattern.compile("<{7}.*|={7}|>{7}.*|\\|{7}.*");

    private BaselineLine() {}

    static String write(Entry entry) {
        String kinds = entry.kinds().stream().map(BaselineLine::word).collect(joining(", "));
        return Stream.of(entry.site().place(), entry.site().call(), kinds, entry.sample())
                .map(BaselineLine::escaped)
                .collect(joining(BAR));
    }

    /**
     * Reads one line.
     *
     * @param where its file and number, as an error names them
     * @throws BaselineException if it is no entry
     */
    static Entry read(String line, String where) {
        if (CONFLICT.matcher(line).matches()) {
            throw wrong(
                    line,
                    where,
                    "is the mark of a merge conflict",
                    "Keep the entries of both sides, and delete the" + " marks.");
        }
        if (line.startsWith("#")) {
            throw wrong(line, where, "is a comment, and would be lost when entries are added", "Delete it.");
        }
        List<String> parts =
                Arrays.stream(BARS.split(line, -1)).map(BaselineLine::unescaped).toList();
        if (parts.size() != 4
                || parts.stream().anyMatch(String::isBlank)
                || !PLACE.matcher(parts.get(0)).matches()) {
            throw wrong(
                    line,
                    where,
                    "is no entry, such as \"" + EXAMPLE + "\"",
                    "Put it right, or restore the file from" + " version control.");
        }
        CallSite site = new CallSite(parts.get(0), parts.get(1));
        List<Kind> kinds = Arrays.stream(parts.get(2).split(", "))
                .map(word -> kind(word, line, where))
                .toList();
        return new Entry(site, kinds, parts.get(3));
    }

    private static Kind kind(String word, String line, String where) {
        return Arrays.stream(Kind.values())
                .filter(kind -> word(kind).equals(word))
                .findFirst()
                .orElseThrow(() -> wrong(
                        line,
                        where,
                        "has a kind that does not exist, \"" + word + "\"",
                        "These exist: "
                                + Arrays.stream(Kind.values())
                                        .map(BaselineLine::word)
                                        .collect(joining(", ")) + "."));
    }

    private static String word(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    private static String escaped(String text) {
        return UNSAFE.matcher(text)
                .replaceAll(match -> "\\\\u%04x".formatted((int) match.group().charAt(0)));
    }

    private static String unescaped(String text) {
        return ESCAPED.matcher(text)
                .replaceAll(match ->
                        Matcher.quoteReplacement(Character.toString((char) Integer.parseInt(match.group(1), 16))));
    }

    private static BaselineException wrong(String line, String where, String why, String advice) {
        return new BaselineException(where + " is wrong: \"" + line + "\" " + why + ". " + advice);
    }
}
