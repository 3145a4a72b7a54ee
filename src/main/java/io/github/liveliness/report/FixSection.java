package io.github.liveliness.report;

import io.github.liveliness.model.RescueLog.Experiment;
import io.github.liveliness.model.Stall;
import java.util.List;
import java.util.stream.Stream;

/** How to fix it. */
final class FixSection {

    private static final String PUT_OFF = "  More threads only put the stall off, until as many such callers meet.";

    private FixSection() {}

    static Stream<String> lines(Stall stall, Detail detail) {
        List<Advice> advice = Adviser.advise(stall);
        Stream<String> ways = detail.list(advice, "  ", way -> way.lines().map(line -> "  " + line));
        return Lines.of(Stream.of("How to fix"), ways, largerExecutor(stall, advice, detail));
    }

    /** The first thing everybody tries. */
    private static Stream<String> largerExecutor(Stall stall, List<Advice> advice, Detail detail) {
        if (!advice.contains(Advice.NESTED_TASK) && !advice.contains(Advice.JOINED_STAGE)) {
            return Stream.empty();
        }
        return stall.rescue()
                .experiment()
                .map(experiment -> raising(experiment, detail))
                .orElseGet(() -> Stream.of(PUT_OFF));
    }

    private static Stream<String> raising(Experiment experiment, Detail detail) {
        if (experiment.wereEnough()) {
            return Stream.of("  Raising '" + detail.name(experiment.executor()) + "' to "
                    + Words.count(experiment.reached(), "thread") + " only puts the stall off, until "
                    + Words.number(experiment.reached()) + " such callers meet.");
        }
        // With every queued task started and the wait going on, more threads may put off nothing.
        return experiment.drained() ? Stream.empty() : Stream.of(PUT_OFF);
    }
}
