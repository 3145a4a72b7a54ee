package io.github.liveliness.watch;

import io.github.liveliness.agent.boot.SeenSubmission;
import io.github.liveliness.jdk.JdkField;
import io.github.liveliness.model.ScopeId;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.FutureTask;
import java.util.concurrent.locks.LockSupport;

/**
 * Finds the tasks that a test has in executors of whoever: those that it submitted, and those that its tasks submitted.
 *
 * <p>What a worker submits is recorded for whom its pool belongs to. It is the test's where the worker runs a task of
 * the test and waits for what it has submitted since; so is what it submitted after that.
 */
final class TestTasks {
    private final Optional<JdkInternals> jdk;

    TestTasks(Optional<JdkInternals> jdk) {
        this.jdk = jdk;
    }

    /**
     * Those of the JDK's own kind that lie queued.
     *
     * @param in where they may be queued
     * @param all where their submission may have been seen
     */
    List<FutureTask<?>> queued(ScopeId submitter, List<WatchedExecutor> in, List<WatchedExecutor> all) {
        List<SeenSubmission> seen = all.stream()
                .flatMap(executor -> executor.seen().submissions().newestFirst().stream())
                .toList();
        Set<Object> ofTest = submittedFor(submitter, seen);
        return in.stream()
                .flatMap(executor -> executor.queuedTasks().stream())
                .filter(ofTest::contains)
                .<FutureTask<?>>map(FutureTask.class::cast)
                .toList();
    }

    private Set<Object> submittedFor(ScopeId submitter, List<SeenSubmission> seen) {
        Set<Object> found = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<SeenSubmission> open = new ArrayDeque<>();
        seen.stream()
                .filter(submission -> submission.scope() == submitter.number())
                .forEach(open::add);
        while (!open.isEmpty()) {
            SeenSubmission submission = open.remove();
            if (submission.get() instanceof FutureTask<?> task && isOfTheJdk(task) && found.add(task)) {
                runner(task).ifPresent(worker -> open.addAll(submittedBy(worker, submission, seen)));
            }
        }
        return found;
    }

    /** What a worker has submitted inside the task that it runs: its task waits for the first of these. */
    private static List<SeenSubmission> submittedBy(Thread worker, SeenSubmission running, List<SeenSubmission> seen) {
        if (!(LockSupport.getBlocker(worker) instanceof FutureTask<?> awaited)) {
            return List.of();
        }
        return seen.stream()
                .filter(submission -> submission.get() == awaited)
                .filter(first -> first.isBy(worker) && first.nanoTime() - running.nanoTime() >= 0)
                .findFirst()
                .map(first -> seen.stream()
                        .filter(later -> later.isBy(worker) && later.nanoTime() - first.nanoTime() >= 0)
                        .toList())
                .orElse(List.of());
    }

    private Optional<Thread> runner(FutureTask<?> task) {
        return jdk.map(open -> open.read(JdkField.FUTURE_TASK_RUNNER, task)).map(Thread.class::cast);
    }

    /** A subclass of the user's may do anything when it is cancelled. */
    private static boolean isOfTheJdk(FutureTask<?> task) {
        return task.getClass() == FutureTask.class;
    }
}
