package io.github.liveliness.blocking;

import io.github.liveliness.agent.boot.SeenSubmission;
import io.github.liveliness.model.ScopeId;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToLongFunction;

/**
 * Tasks without any hook: what stacks tell of them, and no more. A wait belongs to the test that ran at the time, where it was
 * the only one.
 */
final class BareTasks implements Tasks {

    private static final String CARRIES = "java.lang.VirtualThread";

    private final ScopeId scope;
    private final Turns turns;
    private final Set<Long> bounded = new HashSet<>();

    private BareTasks(ScopeId scope, Turns turns) {
        this.scope = scope;
        this.turns = turns;
    }

    static BareTasks of(ScopeId scope, Turns turns, ToLongFunction<Thread> identifiers) {
        BareTasks tasks = new BareTasks(scope, turns);
        Thread.getAllStackTraces()
                .forEach((thread, stack) -> tasks.learn(identifiers.applyAsLong(thread), List.of(stack)));
        return tasks;
    }

    @Override
    public void learn(List<RecordedWait> waits) {
        waits.stream().filter(RecordedWait::complete).forEach(wait -> learn(wait.thread(), wait.stack()));
    }

    private void learn(long thread, List<StackTraceElement> stack) {
        if (TaskFrames.isOfBoundedPool(stack)) {
            bounded.add(thread);
        }
    }

    @Override
    public Optional<Observation> observe(RecordedWait wait) {
        boolean blocks = wait.byVirtualThread() || (isInTask(wait) && bounded.contains(wait.thread()));
        return blocks && turns.at(wait.start()).filter(scope::equals).isPresent()
                ? Optional.of(Observation.of(wait, isByForkJoinWorker(wait), SeenSubmission.NONE))
                : Optional.empty();
    }

    private static boolean isInTask(RecordedWait wait) {
        return wait.complete()
                && TaskFrames.isInTask(wait.stack())
                && wait.stack().stream().noneMatch(frame -> frame.getClassName().startsWith(CARRIES));
    }

    private static boolean isByForkJoinWorker(RecordedWait wait) {
        return wait.stack().stream()
                .anyMatch(frame -> frame.getClassName().equals("java.util.concurrent.ForkJoinWorkerThread"));
    }
}
