package io.github.liveliness;

import io.github.liveliness.engine.Control;
import io.github.liveliness.engine.Guard;
import io.github.liveliness.explore.Decisions;
import io.github.liveliness.explore.Ending;
import io.github.liveliness.explore.Interleaving;
import io.github.liveliness.explore.Points;
import io.github.liveliness.explore.Program;
import io.github.liveliness.explore.Run;
import io.github.liveliness.explore.Schedule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Runs a body on a thread of its own, and controls nothing: for what does not depend on schedules. */
final class PlainControl implements Control {

    @Override
    public Program program(Guard.Code body, Points points) {
        return decider -> new Run(run(body), Decisions.NONE, 0, false, Optional.empty());
    }

    @Override
    public Traced trace(Guard.Code body, String test, Points points, Schedule schedule) {
        return new Traced(new Interleaving(List.of()), Optional.empty());
    }

    @Override
    public void close() {}

    private static Ending run(Guard.Code body) {
        List<Throwable> failures = new ArrayList<>();
        Thread thread = new Thread(
                () -> {
                    try {
                        body.run();
                    } catch (Throwable failure) {
                        failures.add(failure);
                    }
                },
                "controlled body");
        thread.start();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return failures.isEmpty()
                ? new Ending.Passed()
                : new Ending.Failed(failures.get(0).toString(), failures.get(0));
    }
}
