package io.github.liveliness.engine;

import io.github.liveliness.model.RescueLog;
import io.github.liveliness.model.Stall;
import io.github.liveliness.report.TextReport;
import io.github.liveliness.rescue.Ladder;
import io.github.liveliness.rescue.RescuePolicy;
import io.github.liveliness.rescue.RescueTargets;
import io.github.liveliness.watch.ThreadDump;
import java.nio.file.Path;

/** Writes a stall down, climbs the ladder for its body, and writes down what came of it. */
final class Rescue {
    private final Body body;
    private final Stall stall;
    private final RescueTargets targets;
    private final ReportFolder reports;

    Rescue(Body body, Stall stall, RescueTargets targets, ReportFolder reports) {
        this.body = body;
        this.stall = stall;
        this.targets = targets;
        this.reports = reports;
    }

    /** Runs to the end on the calling thread, which must be one that may wait. */
    void run() {
        String dump = ThreadDump.take();
        Path file = reports.file(body.settings().output(), body.scope().test());
        reports.write(file, TextReport.full(stall, dump));
        RescueLog log = ladder().climb(body, targets);
        Stall rescued = stall.with(log);
        body.rescued(rescued, reports.write(file, TextReport.full(rescued, dump)));
    }

    private Ladder ladder() {
        Settings settings = body.settings();
        return Ladder.standard(new RescuePolicy(settings.lend(), settings.halt(), RescuePolicy.STANDARD_GRACE));
    }
}
