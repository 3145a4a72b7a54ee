package io.github.liveliness.blocking;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apiguardian.api.API;

/**
 * Code that users allow to block, written as a text rather than an annotation.
 *
 * <table>
 * <caption>How it is written</caption>
 * <tr><td>{@code com.acme.*} or {@code com.acme.}</td><td>a package and those below it</td></tr>
 * <tr><td>{@code com.acme.Orders}</td><td>a class and its nested classes</td></tr>
 * <tr><td>{@code com.acme.Orders#price}</td><td>a method, each of its overloads, and the lambdas in it</td></tr>
 * <tr><td>{@code com.acme.Orders#new} or {@code #<init>}</td><td>each constructor of a class</td></tr>
 * </table>
 *
 * @param text the entry alone
 * @param where the entry in its place, as an error quotes it
 * @param target what it names
 */
@API(status = API.Status.INTERNAL)
public record AllowEntry(String text, String where, Target target) {

    /** Code that an entry can name. */
    sealed interface Target {

        boolean holds(StackTraceElement frame);

        /** With the dot behind it. */
        record Packages(String prefix) implements Target {
            @Override
            public boolean holds(StackTraceElement frame) {
                return frame.getClassName().startsWith(prefix);
            }
        }

        /** Nested classes may be written with a dot, as in Java, or with a dollar, as in stacks. */
        record Type(String name) implements Target {
            @Override
            public boolean holds(StackTraceElement frame) {
                return SourcePlace.around(SourcePlace.of(frame).type()).anyMatch(type -> isSame(type, name));
            }
        }

        record Method(String type, String name) implements Target {
            @Override
            public boolean holds(StackTraceElement frame) {
                SourcePlace place = SourcePlace.of(frame);
                return isSame(place.type(), type) && place.method().equals(name);
            }
        }

        private static boolean isSame(String type, String written) {
            return type.replace('$', '.').equals(written.replace('$', '.'));
        }
    }

    /**
     * Reads one entry.
     *
     * @param text the entry: "com.acme.Orders#price"
     * @param where the entry in its place: {@code allowBlocking("com.acme.Orders#price")}
     * @throws AllowListException if it is malformed
     */
    public static AllowEntry read(String text, String where) {
        return new AllowEntry(text.strip(), where, AllowSyntax.read(text.strip(), where));
    }

    /**
     * Reads an entry that code makes.
     *
     * @throws AllowListException if it is malformed, or gives no reason
     */
    public static AllowEntry of(String text, String reason) {
        String where = "allowBlocking(\"" + text + "\", \"" + reason + "\")";
        if (reason.isBlank()) {
            throw AllowListException.noReason(where);
        }
        return read(text, where);
    }

    /**
     * Reads entries with commas or line breaks between them.
     *
     * @throws AllowListException if one is malformed
     */
    public static List<AllowEntry> readAll(String texts, String where) {
        return parts(texts).map(text -> read(text, where)).toList();
    }

    private static Stream<String> parts(String texts) {
        return Arrays.stream(texts.split("[,\\n\\r]")).filter(text -> !text.isBlank());
    }

    /** What to tell whoever wrote it when it has allowed nothing. */
    public String unused() {
        String told = "\"" + text + "\" has allowed nothing (" + where + ").";
        return target instanceof Target.Type && looksLikePackage()
                ? told + " It names a class. Did you mean the package \"" + text + ".*\"?"
                : told + " Take it out, or look whether its code has moved.";
    }

    private boolean looksLikePackage() {
        return Character.isLowerCase(text.codePointAt(text.lastIndexOf('.') + 1));
    }
}
