package io.github.liveliness;

import io.github.liveliness.engine.ExploringCommand;
import io.github.liveliness.engine.FollowUp;
import io.github.liveliness.engine.Outcome;
import io.github.liveliness.engine.ReportFile;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Has a test that has stalled explored as soon as it is over, where the run wants that, and adds to its report what came of it. */
final class FollowUps {
    private final TestExploration exploration;

    FollowUps(TestExploration exploration) {
        this.exploration = exploration;
    }

    /**
     * The test has failed, whatever it had opened is closed, and nobody has been told yet.
     *
     * @param command how the test is explored elsewhere
     */
    void add(ExtensionContext context, Throwable cause, Optional<ExploringCommand> command) {
        if (cause instanceof StallError error) {
            error.takeUnexplored().ifPresent(report -> add(error, report, followUp(context, report, command)));
        }
    }

    private FollowUp followUp(ExtensionContext context, Outcome.Report stalled, Optional<ExploringCommand> command) {
        return command.map(known -> exploration.followUp(context, stalled.stall(), known, FollowUpTime.in(context)))
                .orElseGet(() -> FollowUp.notExplored(ExploringCommands.whyNot(context)));
    }

    private static void add(StallError error, Outcome.Report report, FollowUp followUp) {
        error.add(followUp.words());
        report.file().ifPresent(file -> new ReportFile(file).add(followUp.allWords(), System.err::println));
    }
}
