package io.github.liveliness.watch;

import io.github.liveliness.agent.boot.SeenExecutor;
import io.github.liveliness.agent.boot.SeenSubmission;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;

/** The submissions to an opaque executor of which nobody knows that their tasks have started. */
final class OpenSubmissions {
    /** Whatever starts sooner than this is not asked about. */
    private static final long PATIENCE = Duration.ofMillis(100).toNanos();

    /** A task that was looked for this often, and not found queued, has started. */
    private static final int SEARCHES = 2;

    private final SeenExecutor target;
    private final StartedTasks started;
    private final LongSupplier clock;
    private final Map<SeenSubmission, Integer> searches = new HashMap<>();

    OpenSubmissions(SeenExecutor target, StartedTasks started, LongSupplier clock) {
        this.target = target;
        this.started = started;
        this.clock = clock;
    }

    /** Oldest first, each task once. */
    List<SeenSubmission> oldestFirst() {
        long young = clock.getAsLong() - PATIENCE;
        List<SeenSubmission> recorded = target.submissions().newestFirst();
        searches.keySet().retainAll(Set.copyOf(recorded));
        List<SeenSubmission> open = new ArrayList<>();
        Set<Object> tasks = Collections.newSetFromMap(new IdentityHashMap<>());
        for (SeenSubmission submission : recorded) {
            Object task = submission.get();
            boolean mayBeQueued = task != null
                    && submission.nanoTime() - young <= 0
                    && searches.getOrDefault(submission, 0) < SEARCHES
                    && tasks.add(task)
                    && !started.include(task);
            if (mayBeQueued) {
                open.add(submission);
            }
        }
        Collections.reverse(open);
        return open;
    }

    /** These were looked for in the executor's queues, and are not there. */
    void notFound(Collection<SeenSubmission> missing) {
        missing.forEach(submission -> searches.merge(submission, 1, Integer::sum));
    }
}
