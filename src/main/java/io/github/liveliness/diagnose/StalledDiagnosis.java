package io.github.liveliness.diagnose;

import io.github.liveliness.model.Diagnosis;
import io.github.liveliness.model.Pressure;
import io.github.liveliness.model.Stall;
import io.github.liveliness.model.Verdict;
import io.github.liveliness.model.WaitGraph;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Makes the diagnosis of an executor that makes no progress although somebody could still move it. */
final class StalledDiagnosis {
    /** Up to one busy tick in this many may be a hiccup of the JVM on the threads of a pool that stands still. */
    private static final int BUSY_SHARE = 10;

    /** Beyond this many, names stop to help whoever reads them. */
    private static final int MOVERS = 20;

    private static final String STALLED = " is stalled, not proven: ";

    private StalledDiagnosis() {}

    /** The sentence of a stalled executor once it is proven that nobody can end that. */
    static String proven(String sentence) {
        return sentence.replace(STALLED, " is stuck, and nobody is left who could end that: ");
    }

    static Diagnosis of(ExecutorNode executor, Pressure pressure) {
        boolean busy = pressure.busyTicks() * BUSY_SHARE > pressure.quietTicks();
        return new Diagnosis(
                busy ? Verdict.BUSY : Verdict.SUSPECTED,
                Optional.of(Stall.Kind.NO_PROGRESS),
                "executor " + executor.quotedName()
                        + (busy ? " is busy: " : STALLED)
                        + dueTasks(executor.state().backlogSize())
                        + (busy ? ", while its threads use the processor" : ""),
                new WaitGraph(Edges.of(involved(executor), Set.of()), Set.of(executor.id())),
                movers(executor),
                Optional.empty());
    }

    private static String dueTasks(int count) {
        return switch (count) {
            case 0 -> "tasks are due, and none of them starts";
            case 1 -> "1 task is due and does not start";
            default -> count + " tasks are due, and none of them starts";
        };
    }

    /** The executor's own threads and everybody who waits for it or for one of them. */
    private static Set<Node> involved(ExecutorNode executor) {
        List<Node> own = new ArrayList<>(executor.needs());
        own.add(executor);
        return Walk.toWaiters(own, node -> true);
    }

    private static List<String> movers(ExecutorNode executor) {
        return Walk.toNeeds(executor, node -> true).stream()
                .flatMap(node -> node.movers().stream())
                .limit(MOVERS)
                .map(Mover::words)
                .toList();
    }
}
