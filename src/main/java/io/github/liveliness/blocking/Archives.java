package io.github.liveliness.blocking;

import java.util.List;
import java.util.regex.Pattern;

/** Tells files that are read as archives by the frames between whoever reads them and the file. */
final class Archives {

    private static final Pattern READS_ARCHIVES =
            Pattern.compile("java\\.util\\.(zip\\.Zip|jar\\.Jar)\\w*(\\$.*)?|jdk\\.nio\\.zipfs\\..*");

    private Archives() {}

    /** @param stack from the call outwards, the JDK's own frames among them */
    static boolean areReadIn(List<StackTraceElement> stack) {
        return stack.stream()
                .takeWhile(frame -> Owner.of(frame) != Owner.USER)
                .anyMatch(frame -> READS_ARCHIVES.matcher(frame.getClassName()).matches());
    }
}
