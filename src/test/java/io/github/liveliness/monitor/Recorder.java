package io.github.liveliness.monitor;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Writes down what a watcher tells and tries. */
final class Recorder implements StallListener {

    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final List<StallEvent> events = new CopyOnWriteArrayList<>();

    @Override
    public void onStall(StallEvent event) {
        record("stall", event);
    }

    @Override
    public void onGiveUp(StallEvent event) {
        record("give up", event);
    }

    @Override
    public void onRecovery(StallEvent event) {
        record("recovery", event);
    }

    Remedy remedy(String name) {
        return event -> record(name, event);
    }

    List<String> lines() {
        return lines;
    }

    StallEvent lastEvent() {
        return events.get(events.size() - 1);
    }

    private void record(String what, StallEvent event) {
        events.add(event);
        lines.add(event.runtime() + ": " + what);
    }
}
