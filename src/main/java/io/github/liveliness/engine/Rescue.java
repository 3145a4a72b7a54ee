package io.github.liveliness.engine;

import io.github.liveliness.model.Stall;
import io.github.liveliness.report.TextReport;
import io.github.liveliness.rescue.Ladder;
import io.github.liveliness.rescue.RescuePolicy;
import io.github.liveliness.rescue.RescueTargets;
import io.github.liveliness.watch.ThreadDump;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/** Writes a stall down, climbs the ladder for its body, and writes down what came of it. */
final class Rescue {
    /** Nobody waits for that word, and on a loaded host a body may end long after the rescue. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Body body;
    private final RescueTargets targets;
    private final ReportFolder reports;
    private final Shield shield;
    private Stall stall;
    private String dump = "";
    private Optional<Path> report = Optional.empty();

    Rescue(Body body, Stall stall, RescueTargets targets, ReportFolder reports, Shield shield) {
        this.body = body;
        this.stall = stall;
        this.targets = targets;
        this.reports = reports;
        this.shield = shield;
    }

    /**
     * Runs to the end on the calling thread, which must be one that may wait. A step that fails leaves the others.
     *
     * @param console is told of a body that nothing ended: no error of its test ever will
     */
    void run(Consumer<String> console) {
        Path file = reports.file(body.settings().output(), body.scope().test());
        shield.run(() -> dump = ThreadDump.take());
        shield.run(() -> writeDown(file));
        shield.run(this::climb);
        shield.run(() -> writeDown(file));
        body.rescued(stall, report);
        if (!Uninterrupted.call(() -> body.awaitEnd(PATIENCE))) {
            shield.run(() -> console.accept("Liveliness could not end the body of "
                    + body.scope().test()
                    + ", and the run waits for it on thread \"" + body.thread().getName()
                    + "\". Set liveliness.thread-mode = separate_thread to have the run go on without such a body,"
                    + " or liveliness.halt = true to have the JVM end.\n"
                    + head()));
        }
    }

    private void climb() {
        Settings settings = body.settings();
        RescuePolicy policy = new RescuePolicy(settings.lend(), settings.halt(), RescuePolicy.STANDARD_GRACE);
        stall = stall.with(Ladder.standard(policy, this::head).climb(body, targets));
    }

    private String head() {
        return TextReport.head(stall, body.scope().exploring(), report.map(Path::toString));
    }

    private void writeDown(Path file) {
        report = reports.write(file, TextReport.full(stall, body.scope().exploring(), dump));
    }
}
