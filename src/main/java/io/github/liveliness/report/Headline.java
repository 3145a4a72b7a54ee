package io.github.liveliness.report;

import io.github.liveliness.model.Stall;
import io.github.liveliness.model.Verdict;
import java.util.Locale;
import java.util.stream.Stream;

/** What happened, how sure that is, and to which test. */
final class Headline {

    private Headline() {}

    static Stream<String> lines(Stall stall, Detail detail) {
        String kind = stall.kind().words().toUpperCase(Locale.ROOT);
        Stream<String> found = Stream.of(
                kind + " (" + words(stall.verdict()) + ") in " + detail.sentence(stall.test()),
                "",
                Words.sentence(detail.sentence(stall.sentence())));
        return Stream.concat(found, stall.evidence().since().stream().map(test -> since(stall, detail.sentence(test))));
    }

    private static String since(Stall stall, String test) {
        boolean one = stall.evidence().diagnosis().graph().executors().size() == 1;
        return (one ? "This executor has" : "These executors have") + " been stuck since " + test + ".";
    }

    static String words(Verdict verdict) {
        return switch (verdict) {
            case PROVEN -> "proven";
            case LIKELY -> "likely";
            case SUSPECTED -> "stalled, not proven";
            case BUSY -> "busy, not stalled";
            case HEALTHY -> "healthy";
        };
    }
}
