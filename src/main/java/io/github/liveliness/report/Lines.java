package io.github.liveliness.report;

import java.util.List;
import java.util.stream.Stream;

/** Puts lines together. */
final class Lines {

    private Lines() {}

    @SafeVarargs
    static Stream<String> of(Stream<String>... parts) {
        Stream<String> lines = Stream.empty();
        for (Stream<String> part : parts) {
            lines = Stream.concat(lines, part);
        }
        return lines;
    }

    /** The lines under a heading, which is left out if there are none. */
    static Stream<String> under(String heading, Stream<String> lines) {
        List<String> body = lines.toList();
        return body.isEmpty() ? Stream.empty() : Stream.concat(Stream.of(heading), body.stream());
    }
}
