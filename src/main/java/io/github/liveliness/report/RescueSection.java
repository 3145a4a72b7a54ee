package io.github.liveliness.report;

import io.github.liveliness.model.RescueLog.Experiment;
import io.github.liveliness.model.RescueLog.Step;
import io.github.liveliness.model.Stall;
import java.util.stream.Stream;

/** What was done to end the test body, step by step, and what lending threads showed. */
final class RescueSection {

    private RescueSection() {}

    static Stream<String> experiment(Stall stall, Detail detail) {
        return Lines.under("Experiment", stall.rescue().experiment().stream().map(lent -> "  " + words(lent, detail)));
    }

    static Stream<String> steps(Stall stall, Detail detail) {
        return Lines.under(
                "What was done to end the test body",
                detail.list(stall.rescue().steps(), "  ", step -> Stream.of("  " + words(step, detail))));
    }

    private static String words(Experiment experiment, Detail detail) {
        String lent = "'" + detail.name(experiment.executor()) + "' had " + Words.count(experiment.had(), "thread")
                + " and was lent " + Words.number(experiment.lent()) + " more: ";
        String reached = Words.count(experiment.reached(), "thread");
        return experiment.drained()
                ? lent + "its backlog drained, so " + reached + " were enough here."
                : lent + "its backlog did not drain, so " + reached + " are not enough here, if threads help at all.";
    }

    private static String words(Step step, Detail detail) {
        String rung = detail.sentence(step.rung());
        return switch (step.outcome()) {
            case BODY_ENDED -> rung + "; the body ended " + after(step);
            case BODY_STILL_STUCK -> rung + "; the body was still stuck " + after(step);
            case FOR_OTHERS -> rung;
            case SKIPPED -> rung + " (skipped)";
        };
    }

    private static String after(Step step) {
        return Durations.tell(step.after()) + " after the verdict";
    }
}
