package io.github.liveliness.blocking;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A method as it stands in the source, whatever the compiler has made of it. It stays the same when lines move, and when
 * lambdas and anonymous classes come and go beside it.
 *
 * @param type its class, with {@code $anonymous} for one without a name
 * @param method its name, {@code <init>} or {@code <clinit>}
 */
record SourcePlace(String type, String method) {

    /** No frame of the user's is known. */
    static final SourcePlace UNKNOWN = new SourcePlace("unknown", "unknown");

    private static final String CONSTRUCTOR = "<init>";
    private static final String STATIC_INITIALISER = "<clinit>";

    /** javac: lambda$price$0, and with a hash where it can be serialised: lambda$price$3c5b1d2e$1. */
    private static final Pattern JAVAC = Pattern.compile("lambda\\$(.+?)(?:\\$\\p{XDigit}{5,8})?\\$\\d+");

    /** Kotlin: price$lambda$1$lambda$0, and with hyphens before version 2. */
    private static final Pattern KOTLIN = Pattern.compile("(.+?)(?:\\$lambda[$-]\\d+)+");

    /** Neither Eclipse nor javac 8 within a lambda tells the method. */
    private static final Pattern NAMELESS = Pattern.compile("lambda\\$(?:null\\$)?\\d+");

    private static final Pattern GENERATED = Pattern.compile("(?<=[^.$])(?:\\$\\$|/).*");
    private static final Pattern ANONYMOUS = Pattern.compile("\\$\\d+(?=\\$|$)");
    private static final Pattern LOCAL = Pattern.compile("\\$\\d+(?=[^\\d$])");

    static SourcePlace of(StackTraceElement frame) {
        return new SourcePlace(typeOf(frame.getClassName()), methodOf(frame.getMethodName()));
    }

    /** The method that a method of the class file belongs to: a lambda belongs to the one that it stands in. */
    static String methodOf(String method) {
        if (NAMELESS.matcher(method).matches()) {
            return "lambda";
        }
        return Stream.of(JAVAC, KOTLIN)
                .flatMap(pattern -> Optional.of(pattern.matcher(method)).filter(Matcher::matches).stream())
                .map(matcher -> unabridged(matcher.group(1)))
                .findFirst()
                .orElse(method);
    }

    /** A class and those around it, in the spelling of class files, from the inside out. */
    static Stream<String> around(String type) {
        return Stream.iterate(
                type, name -> !name.isEmpty(), name -> name.substring(0, Math.max(0, name.lastIndexOf('$'))));
    }

    private static String typeOf(String type) {
        String written = GENERATED.matcher(type).replaceFirst("");
        String named = ANONYMOUS.matcher(written).replaceAll("\\$anonymous");
        return LOCAL.matcher(named).replaceAll("\\$");
    }

    /** What javac puts into a lambda's name for the two methods that have none. */
    private static String unabridged(String method) {
        return switch (method) {
            case "new" -> CONSTRUCTOR;
            case "static" -> STATIC_INITIALISER;
            default -> method;
        };
    }

    @Override
    public String toString() {
        return type + "#" + method;
    }
}
