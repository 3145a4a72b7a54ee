package io.github.liveliness.report;

import io.github.liveliness.model.Activity.Form;
import io.github.liveliness.model.Activity.Limit;
import io.github.liveliness.model.Activity.Waiting;
import io.github.liveliness.model.Snapshot;
import io.github.liveliness.model.ThreadState;
import io.github.liveliness.model.WaitGraph.Edge;
import io.github.liveliness.model.Waker;
import io.github.liveliness.report.Wait.Scene;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Puts the waits of one snapshot into words. */
final class WaitWords {

    private final Names names;
    private final WakerWords wakers;
    private final Detail detail;

    WaitWords(Snapshot snapshot, Detail detail) {
        this.names = new Names(snapshot, detail);
        this.wakers = new WakerWords(snapshot, detail);
        this.detail = detail;
    }

    Wait tell(Edge edge) {
        Waiting waiting = edge.waiting();
        Optional<ThreadState> thread = names.state(edge.waiter());
        Optional<List<StackTraceElement>> site = commonSite(waiting.wakers());
        Scene scene = new Scene(
                thread.map(seen -> seen.state() + " ").orElse("") + "for " + words(waiting.form()),
                thread.flatMap(seen -> Frames.where(seen.stack())),
                site);
        return new Wait(scene, names.thread(edge.waiter()), target(waiting, site.isPresent()));
    }

    /** Where all the queued tasks were submitted, if that was seen and is one place. */
    private Optional<List<StackTraceElement>> commonSite(List<Waker> candidates) {
        List<Optional<List<StackTraceElement>>> sites = candidates.stream()
                .filter(waker -> waker instanceof Waker.QueuedTask)
                .map(wakers::site)
                .distinct()
                .toList();
        return sites.size() == 1 ? sites.get(0) : Optional.empty();
    }

    private List<String> target(Waiting waiting, boolean hasCommonSite) {
        String limit = limit(waiting.limit());
        Optional<String> owned = wakers.sole(waiting);
        if (owned.isPresent()) {
            return List.of("for " + owned.get() + limit);
        }
        return Lines.of(
                        Stream.of("for " + detail.name(waiting.object()) + limit + "; who could end this:"),
                        detail.list(waiting.wakers(), "  ", waker -> oneOfMany(waker, hasCommonSite)))
                .toList();
    }

    private Stream<String> oneOfMany(Waker waker, boolean hasCommonSite) {
        Stream<String> site = wakers.site(waker).stream()
                .filter(frames -> !hasCommonSite)
                .flatMap(frames -> detail.stack(Frames.lines(frames), "      "));
        return Lines.of(Stream.of("  " + wakers.oneOfMany(waker)), site);
    }

    private static String limit(Limit limit) {
        if (limit instanceof Limit.Timed timed) {
            return timed.remaining()
                    .map(left -> " (gives up in " + Durations.tell(left) + ")")
                    .orElse(" (gives up at an unknown time)");
        }
        return "";
    }

    private static String words(Form form) {
        return switch (form) {
            case FUTURE_TASK -> "a future";
            case FORK_JOIN_TASK -> "a fork-join task";
            case COMPLETABLE_FUTURE -> "a completable future";
            case LATCH -> "a latch";
            case LOCK -> "a lock";
            case SEMAPHORE -> "a permit of a semaphore";
            case BARRIER -> "the other parties of a barrier";
            case QUEUE -> "a queue";
            case CONDITION -> "a condition";
            case MONITOR_ENTRY -> "a monitor (synchronized)";
            case MONITOR_WAIT -> "a notification (Object.wait)";
            case THREAD_END -> "a thread to end";
            case OTHER -> "something that cannot be named";
        };
    }
}
