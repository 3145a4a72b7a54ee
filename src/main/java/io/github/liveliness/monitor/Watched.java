package io.github.liveliness.monitor;

import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.Optional;

/** A runtime under observation: the name it goes by, its monitor, held weakly, and what is thought of it. */
final class Watched {

    private final String name;
    private final WeakReference<LivelinessMonitor> monitor;
    private Health health = Health.GOOD;

    Watched(String name, LivelinessMonitor monitor) {
        this.name = name;
        this.monitor = new WeakReference<>(monitor);
    }

    /** The monitor, while somebody holds it and it has not ended. */
    Optional<LivelinessMonitor> live() {
        return Optional.ofNullable(monitor.get()).filter(found -> found.state() != BeatState.ENDED);
    }

    void look(LivelinessMonitor live, Duration seen, Thresholds thresholds, Response response) {
        Health before = health;
        health = before.next(live.overdue(), seen, thresholds);
        Transition transition = new Transition(before, health);
        response.to(transition, new StallEvent(name, transition.silence(), live.latestReport(), live.state()));
    }
}
