package io.github.liveliness.watch;

import io.github.liveliness.agent.boot.SeenSubmission;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What waits in an opaque executor behind which a probe waits, too.
 *
 * @param submissions the submissions whose tasks have not started, oldest first
 * @param inSight whether they, and the probe, were seen lying in the executor
 */
record OpaqueBacklog(List<SeenSubmission> submissions, boolean inSight) {
    static final OpaqueBacklog NONE = new OpaqueBacklog(List.of(), false);

    OpaqueBacklog {
        submissions = List.copyOf(submissions);
    }

    /**
     * Looks for submitted tasks in an executor. Where not even the probe is found, nobody knows which of them have
     * started; as many as the executor has threads may well be running.
     */
    static OpaqueBacklog of(Object executor, List<SeenSubmission> pending, Object probe, int workers) {
        List<Object> wanted = new ArrayList<>(tasks(pending));
        wanted.add(probe);
        Set<Object> found = ExecutorContents.among(executor, wanted);
        if (!found.contains(probe)) {
            return new OpaqueBacklog(pending.subList(Math.min(workers, pending.size()), pending.size()), false);
        }
        return new OpaqueBacklog(
                pending.stream()
                        .filter(submission -> found.contains(submission.get()))
                        .toList(),
                true);
    }

    /** The tasks, as far as they are still there. */
    List<Object> tasks() {
        return tasks(submissions);
    }

    /** Which work is the next to start. */
    long oldest() {
        return submissions.isEmpty() ? 0 : submissions.get(0).nanoTime();
    }

    private static List<Object> tasks(List<SeenSubmission> submissions) {
        List<Object> tasks = new ArrayList<>();
        for (SeenSubmission submission : submissions) {
            Object task = submission.get();
            if (task != null) {
                tasks.add(task);
            }
        }
        return tasks;
    }
}
