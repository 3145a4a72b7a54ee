package io.github.liveliness.watch;

import io.github.liveliness.agent.boot.SeenSubmission;
import io.github.liveliness.model.TaskId;
import io.github.liveliness.model.Waker;
import io.github.liveliness.model.Waker.Tie;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Finds who may be running a task that was submitted and is not queued any more. */
final class Runners {
    private final ThreadIdentifiers identifiers;
    private final TaskIndex tasks;
    private final List<Look> looks;
    private final Supplier<TaskId> nextTask;

    Runners(ThreadIdentifiers identifiers, TaskIndex tasks, List<Look> looks, Supplier<TaskId> nextTask) {
        this.identifiers = identifiers;
        this.tasks = tasks;
        this.looks = looks;
        this.nextTask = nextTask;
    }

    /** The workers of every executor to which such a task was submitted and in which it is not queued. */
    List<Waker> of(Predicate<Object> awaited) {
        List<Waker> wakers = new ArrayList<>();
        for (Look look : looks) {
            if (look.watched().seen().submissions().newestFirst().stream().anyMatch(each -> runs(each, awaited))) {
                wakers.addAll(workersAtWork(look));
            }
        }
        return wakers;
    }

    private boolean runs(SeenSubmission submission, Predicate<Object> awaited) {
        Object task = submission.get();
        return task != null && awaited.test(task) && tasks.find(task).isEmpty();
    }

    /** Which of its workers runs a task is not recorded, so each of them may be the one. */
    List<Waker> workersAtWork(Look look) {
        return look.reading().workers().stream()
                .filter(worker -> !worker.idle())
                .map(worker -> running(worker.thread(), Tie.CANDIDATE))
                .toList();
    }

    /** A task that this thread runs. */
    Waker running(Thread thread, Tie tie) {
        return new Waker.RunningTask(nextTask.get(), identifiers.name(thread), tie);
    }
}
