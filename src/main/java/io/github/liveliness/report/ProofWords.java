package io.github.liveliness.report;

import io.github.liveliness.model.Reachability;
import io.github.liveliness.model.Reachability.Doubtful;
import io.github.liveliness.model.Reachability.Explored;
import io.github.liveliness.model.Reachability.NotMade;
import io.github.liveliness.model.Reachability.Reached;
import io.github.liveliness.model.Reachability.Unreached;
import io.github.liveliness.model.Stall;
import io.github.liveliness.model.Verdict;
import java.util.List;
import java.util.stream.Stream;

/** Which proof was made, or why there is none. */
final class ProofWords {

    private ProofWords() {}

    static Stream<String> lines(Stall stall, Detail detail) {
        Reachability told = stall.evidence().diagnosis().reachability();
        if (told instanceof Unreached unreached) {
            return Stream.of(
                    "  Proof by two dumps of the heap, in " + Durations.tell(unreached.took())
                            + ": no thread that can move,",
                    "  no static field and no native code leads to anything that is waited for here.");
        }
        if (told instanceof Explored) {
            return Stream.of(
                    "  Proof by exploration: all threads of the test were run one at a time, and none of them could go on.");
        }
        if (told instanceof Doubtful doubtful) {
            return Stream.of("  No proof by the heap. " + detail.sentence(doubtful.doubt()));
        }
        if (told instanceof NotMade notMade) {
            return Stream.of("  No proof by the heap. " + detail.sentence(notMade.why()));
        }
        if (told instanceof Reached reached) {
            return Stream.of(
                    "  The heap shows who: " + detail.sentence(reached.who()), "    " + detail.sentence(way(reached)));
        }
        return byOwnership(stall)
                ? Stream.of(
                        "  Proof by ownership: only these threads, and tasks in the queues of these executors, can end these waits.")
                : Stream.empty();
    }

    private static boolean byOwnership(Stall stall) {
        return stall.verdict() == Verdict.PROVEN && !stall.evidence().ruledOut().lockCycle();
    }

    private static String way(Reached reached) {
        List<String> steps = reached.way().stream().map(ProofWords::simple).toList();
        String through = steps.isEmpty() ? "holds " : "through " + String.join(", ", steps) + " to ";
        return through + "a " + simple(reached.object());
    }

    /** A class without its package, and its field where there is one. */
    private static String simple(String name) {
        int field = name.lastIndexOf('.');
        boolean isClass = field < 0 || Character.isUpperCase(name.charAt(field + 1));
        int end = isClass ? field : name.lastIndexOf('.', field - 1);
        return name.substring(end + 1);
    }
}
