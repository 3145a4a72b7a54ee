package io.github.liveliness.watch;

import io.github.liveliness.agent.boot.SeenSubmission;
import io.github.liveliness.model.ExecutorState;
import io.github.liveliness.model.ExecutorState.Growth;
import io.github.liveliness.model.ExecutorState.Size;
import io.github.liveliness.model.TaskId;
import io.github.liveliness.model.TaskState;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.function.Supplier;

/** Turns what was read of executors into what a snapshot shows of them, and indexes their queued tasks on the way. */
final class ExecutorPictures {
    private final TaskDescriptions descriptions;
    private final ThreadIdentifiers identifiers;
    private final SharedQueues sharedQueues;
    private final TaskIndex tasks;
    private final Supplier<TaskId> nextTask;
    private final long now;

    ExecutorPictures(
            TaskDescriptions descriptions,
            ThreadIdentifiers identifiers,
            SharedQueues sharedQueues,
            TaskIndex tasks,
            Supplier<TaskId> nextTask,
            long now) {
        this.descriptions = descriptions;
        this.identifiers = identifiers;
        this.sharedQueues = sharedQueues;
        this.tasks = tasks;
        this.nextTask = nextTask;
        this.now = now;
    }

    ExecutorState picture(Look look) {
        WatchedExecutor watched = look.watched();
        Reading reading = look.reading();
        return new ExecutorState(
                look.id(),
                watched.name(reading),
                watched.executor().map(Blockers::describe).orElse("gone"),
                watched.kind(),
                watched.owner(),
                size(reading),
                reading.workers().stream()
                        .map(worker -> identifiers.name(worker.thread()))
                        .toList(),
                backlog(reading.tasks(), watched),
                reading.backlog(),
                reading.completed());
    }

    private Size size(Reading reading) {
        Size size = reading.size();
        return sharedQueues.contains(reading) ? new Size(size.core(), size.maximum(), size.live(), Growth.OPEN) : size;
    }

    private List<TaskState> backlog(List<Object> queued, WatchedExecutor executor) {
        IdentityHashMap<Object, SeenSubmission> submissions = submissions(executor);
        return queued.stream()
                .map(task -> indexed(task, submissions.getOrDefault(task, SeenSubmission.NONE), executor))
                .toList();
    }

    private static IdentityHashMap<Object, SeenSubmission> submissions(WatchedExecutor executor) {
        IdentityHashMap<Object, SeenSubmission> byTask = new IdentityHashMap<>();
        for (SeenSubmission submission : executor.seen().submissions().newestFirst()) {
            Object task = submission.get();
            if (task != null) {
                byTask.putIfAbsent(task, submission);
            }
        }
        return byTask;
    }

    private TaskState indexed(Object task, SeenSubmission submission, WatchedExecutor executor) {
        TaskState state = new TaskState(
                nextTask.get(), descriptions.describe(task), TaskDescriptions.submission(submission, now));
        tasks.add(new TaskIndex.Queued(task, state, executor.id(), TaskTies.tie(executor, submission)));
        return state;
    }

    static List<Thread> threads(List<Look> looks) {
        return looks.stream()
                .flatMap(look -> look.reading().workers().stream())
                .map(Reading.Worker::thread)
                .toList();
    }
}
