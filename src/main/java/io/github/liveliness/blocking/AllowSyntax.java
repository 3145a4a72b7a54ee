package io.github.liveliness.blocking;

import io.github.liveliness.blocking.AllowEntry.Target;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what an {@link AllowEntry} names, and knows what people write instead. */
final class AllowSyntax {

    private static final String NAME = "\\p{javaJavaIdentifierStart}\\p{javaJavaIdentifierPart}*";
    private static final String NAMES = "(?:" + NAME + "\\.)*" + NAME;
    private static final Pattern PACKAGE = Pattern.compile("(" + NAMES + "\\.)\\*?");
    private static final Pattern TYPE = Pattern.compile(NAMES);

    /** Kotlin has methods whose names are none in Java. */
    private static final Pattern METHOD = Pattern.compile("(" + NAMES + ")#(<init>|<clinit>|[^\\s#.;/<>()\\[*]+)");

    private static final List<Mistake> MISTAKES = List.of(
            mistake("^([^#:]*)[.]([^.#:(]+)\\(.*", "$1#$2", "a method stands behind a \"#\", without parameters"),
            mistake("\\(.*", "", "a method is written without parameters, for all its overloads"),
            mistake("::", "#", "a method stands behind a \"#\""),
            mistake("\\s+", "", "it has a space in it"),
            mistake("/", ".", "packages are separated by dots"),
            mistake("#lambda\\$(.+?)\\$.*", "#$1", "a lambda belongs to the method that it stands in"),
            mistake("\\$\\d[^#]*", "", "a class without a name belongs to the class around it"),
            mistake("^[.]+", "", "it begins with a dot"),
            mistake("[.]{2,}", ".", "there is nothing between two of its dots"),
            mistake("#{2,}", "#", "it has more than one \"#\""),
            mistake("#[*]?$", "", "no method stands behind the \"#\""),
            mistake("[*]{2,}", "*", "one star is enough"),
            mistake("(?<=[^.*])[*]+$", ".*", "a star stands for a whole name, behind a dot"));

    /**
     * What is often written, and how it should be.
     *
     * @param why half a sentence
     */
    private record Mistake(Pattern pattern, String right, String why) {}

    private AllowSyntax() {}

    static Target read(String text, String where) {
        if (text.isEmpty()) {
            throw wrong(where, "it is empty", Optional.empty());
        }
        return target(text)
                .orElseThrow(() -> wrong(where, "\"" + text + "\" is malformed, " + why(text), repaired(text)));
    }

    private static Optional<Target> target(String text) {
        Matcher method = METHOD.matcher(text);
        Matcher inPackage = PACKAGE.matcher(text);
        if (MISTAKES.stream().anyMatch(mistake -> mistake.pattern.matcher(text).find())) {
            return Optional.empty();
        }
        if (method.matches()) {
            String name = method.group(2);
            return Optional.of(new Target.Method(method.group(1), name.equals("new") ? "<init>" : name));
        }
        if (inPackage.matches()) {
            return Optional.of(new Target.Packages(inPackage.group(1)));
        }
        return TYPE.matcher(text).matches() ? Optional.of(new Target.Type(text)) : Optional.empty();
    }

    private static String why(String text) {
        return MISTAKES.stream()
                .filter(mistake -> mistake.pattern.matcher(text).find())
                .map(Mistake::why)
                .findFirst()
                .orElse("for it names no package, class or method");
    }

    private static Optional<String> repaired(String text) {
        String repaired = text;
        for (Mistake mistake : MISTAKES) {
            repaired = mistake.pattern.matcher(repaired).replaceAll(mistake.right);
        }
        return Optional.of(repaired).filter(right -> target(right).isPresent());
    }

    private static AllowListException wrong(String where, String why, Optional<String> right) {
        String advice = right.map(meant -> "Did you mean \"" + meant + "\"?")
                .orElse(
                        "Try \"com.acme.*\" for a package, \"com.acme.Orders\" for a class, \"com.acme.Orders#price\" for"
                                + " a method or \"com.acme.Orders#new\" for its constructors.");
        return new AllowListException(where, why, advice);
    }

    private static Mistake mistake(String pattern, String right, String why) {
        return new Mistake(Pattern.compile(pattern), right, why);
    }
}
