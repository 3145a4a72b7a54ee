package io.github.liveliness.report;

import io.github.liveliness.model.ExecutorState;
import io.github.liveliness.model.Stall;
import io.github.liveliness.model.Submission;
import io.github.liveliness.model.TaskState;
import io.github.liveliness.model.Waker;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apiguardian.api.API;

/** Where the work of a stall was submitted: the place to point at when no test body waits for it any more. */
@API(status = API.Status.INTERNAL)
public final class SubmitSite {
    private SubmitSite() {}

    /**
     * The frames that submitted a task which the stuck threads wait for, else one that is stuck in their executors.
     *
     * @param stall the stall
     * @return frames without ours, innermost first; empty where nobody saw who submitted what
     */
    public static List<StackTraceElement> of(Stall stall) {
        Set<Waker> awaited = stall.evidence().diagnosis().graph().edges().stream()
                .flatMap(edge -> edge.waiting().wakers().stream())
                .collect(Collectors.toSet());
        List<ExecutorState> stuck = stall.evidence().stuckExecutors();
        return Stream.concat(backlog(stuck).filter(task -> isAwaited(task, awaited)), backlog(stuck))
                .map(TaskState::submission)
                .flatMap(Optional::stream)
                .map(SubmitSite::withoutOurs)
                .findFirst()
                .orElse(List.of());
    }

    private static Stream<TaskState> backlog(List<ExecutorState> executors) {
        return executors.stream().flatMap(executor -> executor.backlog().stream());
    }

    private static boolean isAwaited(TaskState task, Set<Waker> wakers) {
        return wakers.stream()
                .anyMatch(waker -> waker instanceof Waker.QueuedTask queued
                        && queued.task().equals(task.id()));
    }

    private static List<StackTraceElement> withoutOurs(Submission submission) {
        return submission.frames().stream()
                .filter(frame -> Origin.of(frame) != Origin.LIVELINESS)
                .toList();
    }
}
