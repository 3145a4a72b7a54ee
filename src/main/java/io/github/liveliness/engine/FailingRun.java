package io.github.liveliness.engine;

import io.github.liveliness.explore.Ending;
import io.github.liveliness.explore.Interleaving;
import io.github.liveliness.explore.InterleavingTable;
import io.github.liveliness.model.Stall;
import io.github.liveliness.report.SubmitSite;
import io.github.liveliness.report.TextReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A run that failed, as it is told.
 *
 * @param head what is wrong
 * @param predicate the same, in a few words that follow the name of the test
 * @param cause what the body threw, if it did
 * @param stall the stall, if it is one
 * @param stack where to point at
 */
record FailingRun(
        String head,
        String predicate,
        Optional<Throwable> cause,
        Optional<Stall> stall,
        List<StackTraceElement> stack) {

    static FailingRun of(Ending ending, String test, Optional<Stall> diagnosed) {
        if (ending instanceof Ending.Failed failed) {
            String predicate = "fails under a schedule: " + failed.failure();
            return new FailingRun(
                    test + " " + predicate,
                    predicate,
                    Optional.of(failed.failure()),
                    Optional.empty(),
                    List.of(failed.failure().getStackTrace()));
        }
        if (ending instanceof Ending.TooLong endless) {
            return plain(
                    test,
                    "never ends under a schedule: its threads have passed " + endless.points()
                            + " points, and go on whoever gets a turn.");
        }
        return diagnosed
                .map(FailingRun::stalled)
                .orElseGet(() -> plain(test, "stalls under a schedule: nobody can go on."));
    }

    private static FailingRun stalled(Stall stall) {
        return new FailingRun(
                TextReport.head(stall),
                "stalls under a schedule: " + stall.sentence(),
                Optional.empty(),
                Optional.of(stall),
                SubmitSite.of(stall));
    }

    private static FailingRun plain(String test, String predicate) {
        return new FailingRun(test + " " + predicate, predicate, Optional.empty(), Optional.empty(), List.of());
    }

    Explored.Failed with(boolean undisturbed, List<String> schedule, Interleaving interleaving) {
        List<String> table = InterleavingTable.lines(interleaving);
        List<String> told = new ArrayList<>(table);
        if (!table.isEmpty()) {
            told.add(0, "Who did what in that schedule, one at a time");
        }
        return new Explored.Failed(head, predicate, undisturbed, schedule, told, cause, stall, stack);
    }
}
