package io.github.liveliness.report;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Turns what the JVM says into what a person reads. */
final class Words {

    private static final String GAP = "...";

    /** The class that the JVM makes for a lambda, with the identity that changes from run to run. */
    private static final Pattern LAMBDA = Pattern.compile("(?:[\\p{L}\\p{N}_$]+\\.)*([\\p{L}\\p{N}_$]+?)\\$\\$Lambda"
            + "(?:\\$\\d+)?(?:/(?:0x)?\\p{XDigit}+)?(?:@\\p{XDigit}+)?");

    private static final Pattern CONTROLS = Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}]+");

    private Words() {}

    /** Without line breaks and other control characters, and with lambdas told by the class they stand in. */
    static String readable(String raw) {
        String line = CONTROLS.matcher(raw).replaceAll(" ");
        return line.contains("$$Lambda")
                ? LAMBDA.matcher(line)
                        .replaceAll(match -> "a lambda in " + match.group(1).replace('$', '.'))
                : line;
    }

    /** The text itself, or else its beginning and its end: names differ there more than in their middle. */
    static String shortened(String text, int width) {
        if (text.length() <= width) {
            return text;
        }
        int kept = width - GAP.length();
        int head = kept / 2;
        int tail = text.length() - (kept - head);
        return text.substring(0, splitsPair(text, head) ? head - 1 : head)
                + GAP
                + text.substring(splitsPair(text, tail) ? tail + 1 : tail);
    }

    /** With a capital letter at its beginning, and a full stop at its end. */
    static String sentence(String clause) {
        int first = clause.offsetByCodePoints(0, Math.min(1, clause.length()));
        return clause.substring(0, first).toUpperCase(Locale.ROOT)
                + clause.substring(first)
                + (clause.endsWith(".") ? "" : ".");
    }

    /** "1,200", in every locale. */
    static String number(long number) {
        StringBuilder digits = new StringBuilder(Long.toString(number));
        int first = number < 0 ? 1 : 0;
        for (int comma = digits.length() - 3; comma > first; comma -= 3) {
            digits.insert(comma, ',');
        }
        return digits.toString();
    }

    /** "1 thread", "1,200 threads". */
    static String count(long number, String noun) {
        return number(number) + " " + (number == 1 ? noun : noun + "s");
    }

    /** "a, b and c". */
    static String list(List<String> words) {
        int last = words.size() - 1;
        return last < 1
                ? String.join("", words)
                : String.join(", ", words.subList(0, last)) + " and " + words.get(last);
    }

    private static boolean splitsPair(String text, int index) {
        return Character.isLowSurrogate(text.charAt(index)) && Character.isHighSurrogate(text.charAt(index - 1));
    }
}
