package io.github.liveliness.engine;

import io.github.liveliness.model.Stall;
import io.github.liveliness.report.TextReport;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Tells stalls that are nobody's: the tests go on, but whoever reads the console should know. Each is told once. */
final class RunReport {
    private final Consumer<String> console;
    private final Set<List<String>> told = new HashSet<>();

    RunReport(Consumer<String> console) {
        this.console = console;
    }

    void add(Stall stall) {
        if (told.add(stall.executors())) {
            console.accept(TextReport.head(stall));
        }
    }
}
