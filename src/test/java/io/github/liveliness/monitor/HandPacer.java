package io.github.liveliness.monitor;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A pacer whose pauses end when told to, each advancing the clock by its length. */
final class HandPacer implements Pacer {

    private final HandClock clock;
    private final List<Pause> pauses = new ArrayList<>();

    HandPacer(HandClock clock) {
        this.clock = clock;
    }

    @Override
    public void after(Duration pause, Runnable step) {
        pauses.add(new Pause(pause, step));
    }

    void endPause() {
        Pause first = pauses.remove(0);
        clock.advance(first.length);
        first.step.run();
    }

    void endPauses(int count) {
        for (int i = 0; i < count; i++) {
            endPause();
        }
    }

    boolean isIdle() {
        return pauses.isEmpty();
    }

    private record Pause(Duration length, Runnable step) {}
}
