package io.github.liveliness.report;

import io.github.liveliness.model.Stall;
import java.util.stream.Stream;

/** What could not be seen, so that nobody reads more into the report than is there. */
final class LimitsSection {

    private LimitsSection() {}

    static Stream<String> lines(Stall stall, Detail detail) {
        return Lines.under(
                "Not seen",
                detail.list(stall.evidence().limits(), "  ", limit -> Stream.of("  " + detail.sentence(limit))));
    }
}
