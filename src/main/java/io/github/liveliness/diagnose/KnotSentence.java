package io.github.liveliness.diagnose;

import static io.github.liveliness.diagnose.Wording.named;
import static io.github.liveliness.diagnose.Wording.time;

import io.github.liveliness.model.Stall;
import io.github.liveliness.model.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Says in one sentence what a knot is: who waits for whom, whether that can end, and who is stuck behind it. */
final class KnotSentence {

    private static final String NEVER_FINISHES = ", so it can never finish";
    private static final String NOBODY_KNOWN = ", and nobody is known who could end that";
    private static final String NONE_FINISHES = ", so none of them can ever finish";

    private KnotSentence() {}

    /** The sentence without what only a proof can promise. */
    static String withoutPromise(String sentence) {
        return sentence.replace(NEVER_FINISHES, "").replace(NONE_FINISHES, "");
    }

    /** The sentence of a likely knot once it is known who could end it: nobody, or somebody. */
    static String withWakers(String sentence, String wakers) {
        return sentence.replace(NOBODY_KNOWN, ", and " + wakers);
    }

    static String of(
            Knot knot,
            Stall.Kind kind,
            List<ExecutorNode> executors,
            Verdict verdict,
            Optional<Duration> endsByItself) {
        List<ExecutorNode> inside =
                executors.stream().filter(executor -> takesPart(executor, knot)).toList();
        List<ExecutorNode> behind = executors.stream()
                .filter(executor -> !takesPart(executor, knot))
                .toList();
        return KnotCause.of(knot, kind, inside) + end(knot, verdict, endsByItself) + behind(behind);
    }

    private static boolean takesPart(ExecutorNode executor, Knot knot) {
        return !knot.isLockCycle() && executor.needs().stream().anyMatch(knot.members()::contains);
    }

    private static String end(Knot knot, Verdict verdict, Optional<Duration> endsByItself) {
        if (endsByItself.isPresent()) {
            return "; this would end only by its time-out, " + when(endsByItself.get());
        }
        if (verdict == Verdict.LIKELY) {
            return NOBODY_KNOWN;
        }
        return knot.threads().size() == 1 ? NEVER_FINISHES : NONE_FINISHES;
    }

    static String when(Duration remaining) {
        return remaining.isZero() ? "at a time that is not known" : "in " + time(remaining);
    }

    private static String behind(List<ExecutorNode> executors) {
        List<String> names = executors.stream().map(ExecutorNode::quotedName).toList();
        return names.isEmpty()
                ? ""
                : "; " + named("executor", names) + (names.size() == 1 ? " is" : " are") + " stuck behind";
    }
}
