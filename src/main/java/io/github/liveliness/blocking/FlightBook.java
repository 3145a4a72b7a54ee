package io.github.liveliness.blocking;

import io.github.liveliness.agent.boot.SeenCalls;
import io.github.liveliness.model.BlockingCall;
import io.github.liveliness.model.ScopeId;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.ToLongFunction;
import org.apiguardian.api.API;

/** Keeps a recording of the flight recorder for each test that wants one. May be called from any thread. */
@API(status = API.Status.INTERNAL)
public final class FlightBook {

    private final CallReader reader = new CallReader();
    private final Map<ScopeId, Page> pages = new HashMap<>();
    private final Turns turns = new Turns();
    private final LongSupplier clock;
    private final ToLongFunction<Thread> identifiers;
    private final CopyOnWriteArrayList<String> unseen = new CopyOnWriteArrayList<>();

    private record Page(String test, CallFilter filter, FlightRecording recording, Function<ScopeId, Tasks> tasks) {}

    /**
     * A book without pages.
     *
     * @param clock as {@link System#nanoTime()}
     * @param identifiers as {@link Thread#getId()}, which users may override
     */
    public FlightBook(LongSupplier clock, ToLongFunction<Thread> identifiers) {
        this.clock = clock;
        this.identifiers = identifiers;
    }

    /**
     * Begins to record what blocks for a scope.
     *
     * @param test what people call it
     * @param filter what counts
     * @param besideHooks whether hooks see what they can see
     */
    public synchronized void open(ScopeId scope, String test, CallFilter filter, boolean besideHooks) {
        try {
            FlightRecording recording = new FlightRecording(clock, filter.threshold(), besideHooks);
            pages.put(scope, new Page(test, filter, recording, of -> tasks(of, besideHooks)));
            turns.begin(scope, clock.getAsLong());
            SeenCalls.SEEN.record();
        } catch (NoClassDefFoundError absent) {
            note("this JVM runs without the module jdk.jfr. Add it with --add-modules jdk.jfr.");
        } catch (RuntimeException | LinkageError refused) {
            note("it cannot be used: " + refused);
        }
    }

    private void note(String why) {
        unseen.addIfAbsent("What the flight recorder would see is not seen, such as contended monitors, for " + why);
    }

    /** What is not seen, and why, as far as that is known by now, a sentence each. */
    public List<String> unseen() {
        return List.copyOf(unseen);
    }

    private Tasks tasks(ScopeId scope, boolean besideHooks) {
        return besideHooks ? HookedTasks.of(scope, identifiers) : BareTasks.of(scope, turns, identifiers);
    }

    /** Ends {@link #open}. */
    public synchronized void close(ScopeId scope) {
        Page page = pages.remove(scope);
        if (page != null) {
            turns.end(scope, clock.getAsLong());
            SeenCalls.SEEN.stopRecording();
            page.recording.close();
        }
    }

    /** All that was recorded for a scope so far. */
    public synchronized List<BlockingCall> of(ScopeId scope) {
        return Optional.ofNullable(pages.get(scope))
                .map(page -> calls(scope, page))
                .orElse(List.of());
    }

    private List<BlockingCall> calls(ScopeId scope, Page page) {
        List<RecordedWait> waits = read(page.recording).stream()
                .filter(wait -> page.filter.counts(wait))
                .toList();
        Tasks tasks = page.tasks.apply(scope);
        tasks.learn(waits);
        return waits.stream()
                .flatMap(wait -> tasks.observe(wait).stream())
                .flatMap(observation -> reader.read(observation, page.test).stream())
                .toList();
    }

    private List<RecordedWait> read(FlightRecording recording) {
        try {
            return recording.read();
        } catch (IOException | RuntimeException unreadable) {
            note("it needs room for a file in java.io.tmpdir: " + unreadable);
            return List.of();
        }
    }
}
