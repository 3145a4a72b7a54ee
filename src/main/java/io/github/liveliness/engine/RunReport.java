package io.github.liveliness.engine;

import io.github.liveliness.model.Diagnosis;
import io.github.liveliness.model.Stall;
import io.github.liveliness.report.TextReport;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;

/** Tells stalls that are nobody's: the tests go on, but whoever reads the console should know. Each is told once. */
final class RunReport {
    private final Consumer<String> console;
    private final Set<Case> told = new HashSet<>();

    RunReport(Consumer<String> console) {
        this.console = console;
    }

    /** A test is told; what its body leaves behind is not worth another word. */
    void belongsToATest(Diagnosis diagnosis) {
        told.add(Case.of(diagnosis));
    }

    void add(Diagnosis diagnosis, Stall stall) {
        if (told.add(Case.of(diagnosis))) {
            console.accept(TextReport.head(stall));
        }
    }
}
