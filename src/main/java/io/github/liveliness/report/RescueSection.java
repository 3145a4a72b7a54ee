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
        String enough = "so " + Words.count(experiment.reached(), "thread") + " were enough here.";
        return lent
                + switch (experiment.effect()) {
                    case BODY_ENDED -> "the test body ended, " + enough;
                    case WORKERS_WENT_ON -> "its threads did all their work, " + enough + " The test body did not end.";
                    case NONE -> experiment.drained() ? takenOver(experiment) : "its backlog did not drain in time.";
                };
    }

    private static String takenOver(Experiment experiment) {
        return (experiment.lent() == 1 ? "it" : "they") + " took the queued tasks, and the wait did not end.";
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
