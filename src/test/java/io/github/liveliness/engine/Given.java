package io.github.liveliness.engine;

import io.github.liveliness.agent.AgentMode;
import io.github.liveliness.blocking.VirtualThreads;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Settings for tests, as they are by default. */
final class Given {
    private Given() {}

    /**
     * Settings.
     *
     * @param lend whether a starved executor is lent threads
     * @param output where reports are written to
     */
    static Settings settings(boolean lend, Path output, Proving proving) {
        return new Settings(
                Settings.Mode.ENABLED,
                AgentMode.AUTO,
                Optional.of(Duration.ofSeconds(30)),
                Optional.empty(),
                Settings.ThreadMode.SAME_THREAD,
                lend,
                false,
                output,
                proving,
                noBlocking(),
                false);
    }

    static Blocking noBlocking() {
        return blocking(Blocking.Then.OFF);
    }

    /** As it is when nobody sets anything else. */
    static Blocking blocking(Blocking.Then then) {
        return new Blocking(
                then,
                Duration.ofMillis(1),
                VirtualThreads.PINNING,
                Blocking.FlightRecorder.AUTO,
                List.of(),
                Optional.empty(),
                false);
    }

    static Proving byTheGraph() {
        return new Proving(Proving.By.GRAPH, 1, Optional.empty());
    }
}
