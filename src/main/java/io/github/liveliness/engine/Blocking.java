package io.github.liveliness.engine;

import io.github.liveliness.blocking.AllowEntry;
import io.github.liveliness.blocking.CallFilter;
import io.github.liveliness.blocking.VirtualThreads;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;

/**
 * What the users decided about blocking calls.
 *
 * @param then what becomes of one that is found
 * @param threshold how long a wait takes that counts
 * @param virtualThreads which calls count that block virtual threads
 * @param recorder whether the flight recorder is asked, too
 * @param allowed what may block
 * @param baseline the file of those that are known, if there is one
 * @param refreshes whether the baseline takes in what is found
 */
@API(status = API.Status.INTERNAL)
public record Blocking(
        Then then,
        Duration threshold,
        VirtualThreads virtualThreads,
        FlightRecorder recorder,
        List<AllowEntry> allowed,
        Optional<Path> baseline,
        boolean refreshes) {

    public Blocking {
        allowed = List.copyOf(allowed);
    }

    /** What becomes of a blocking call. */
    public enum Then {
        /** Nobody looks for any. */
        OFF,
        /** It is told. */
        REPORT,
        /** The test fails after it has ended. */
        FAIL
    }

    /** Whether the JVM's flight recorder is asked what hooks do not see; it takes a second the first time, and then some time a test. */
    public enum FlightRecorder {
        /** Where blocking calls fail tests, and there is no agent, and so no hook. */
        AUTO,
        ON,
        OFF
    }

    /** Where nobody looks for any, nobody reads what is written about them. */
    static Blocking read(SettingsSources sources) {
        Then then = sources.value(Setting.BLOCKING);
        return new Blocking(
                then,
                sources.value(Setting.BLOCKING_THRESHOLD),
                sources.value(Setting.BLOCKING_VIRTUAL_THREADS),
                sources.value(Setting.BLOCKING_JFR),
                then == Then.OFF ? List.of() : allowed(sources),
                then == Then.OFF ? Optional.empty() : sources.value(Setting.BASELINE),
                sources.value(Setting.BASELINE_WRITE));
    }

    private static List<AllowEntry> allowed(SettingsSources sources) {
        return sources.value(Setting.BLOCKING_ALLOW)
                .map(entries -> AllowEntry.readAll(entries, Setting.BLOCKING_ALLOW.key() + " = " + entries))
                .orElse(List.of());
    }

    /** The same with more that may block. */
    Blocking allowing(List<AllowEntry> more) {
        List<AllowEntry> all = new ArrayList<>(allowed);
        all.addAll(more);
        return new Blocking(then, threshold, virtualThreads, recorder, all, baseline, refreshes);
    }

    /** What counts at all. */
    CallFilter filter() {
        return new CallFilter(threshold, virtualThreads);
    }

    /** Whether the flight recorder is asked: what nobody asked for must not cost that much. */
    boolean isRecorded(boolean hooked) {
        return recorder == FlightRecorder.ON || (recorder == FlightRecorder.AUTO && then == Then.FAIL && !hooked);
    }

    /** Whether somebody wants to know, and not only hears of what is seen by the way. */
    boolean isAskedFor() {
        return then == Then.FAIL || recorder == FlightRecorder.ON;
    }

    boolean isOff() {
        return then == Then.OFF;
    }
}
