package io.github.liveliness.monitor;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** All that a watcher does, but for the thread it does it on: one round is one look at every runtime. */
final class Inspection {

    private final Punctuality punctuality;
    private final Thresholds thresholds;
    private final Response response;
    private final List<Watched> watched = new CopyOnWriteArrayList<>();

    Inspection(Punctuality punctuality, Thresholds thresholds, Response response) {
        this.punctuality = punctuality;
        this.thresholds = thresholds;
        this.response = response;
    }

    void add(Watched runtime) {
        watched.add(runtime);
    }

    void round() {
        Duration seen = punctuality.timeSeen();
        watched.removeIf(runtime -> runtime.live().isEmpty());
        for (Watched runtime : watched) {
            runtime.live().ifPresent(monitor -> runtime.look(monitor, seen, thresholds, response));
        }
    }
}
