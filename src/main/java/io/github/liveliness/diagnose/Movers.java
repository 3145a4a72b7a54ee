package io.github.liveliness.diagnose;

import static io.github.liveliness.diagnose.Wording.place;
import static io.github.liveliness.diagnose.Wording.quoted;
import static io.github.liveliness.diagnose.Wording.waits;

import io.github.liveliness.model.Activity;
import io.github.liveliness.model.Activity.Waiting;
import io.github.liveliness.model.ExecutorState;
import io.github.liveliness.model.ExecutorState.Growth;
import io.github.liveliness.model.ThreadState;
import io.github.liveliness.model.Waker;
import java.util.Optional;

/** Finds who can act without anybody else in the picture acting first. Where it is in doubt, it finds somebody. */
final class Movers {
    private final Picture picture;

    Movers(Picture picture) {
        this.picture = picture;
    }

    Optional<Mover> in(ThreadState thread) {
        Activity activity = thread.activity();
        if (activity instanceof Activity.Running) {
            return Optional.of(() -> quoted(thread.name()) + " runs" + place(thread.stack()));
        }
        if (activity instanceof Activity.Sleeping) {
            return Optional.of(() -> quoted(thread.name()) + " sleeps" + place(thread.stack()));
        }
        if (activity instanceof Activity.Idle) {
            return Optional.of(() -> quoted(thread.name()) + " is free to take a task");
        }
        return Optional.empty();
    }

    Optional<Mover> in(ExecutorNode executor) {
        if (executor.state().size().growth() == Growth.OPEN) {
            return Optional.of(() -> "executor " + executor.quotedName() + " may start another thread");
        }
        if (executor.state().workers().isEmpty()) {
            return Optional.of(() -> "executor " + executor.quotedName() + " has no known thread");
        }
        if (hasUnseenWorkers(executor.state())) {
            return Optional.of(() -> "executor " + executor.quotedName() + " has a thread that cannot be seen");
        }
        return Optional.empty();
    }

    private boolean hasUnseenWorkers(ExecutorState executor) {
        return executor.workers().size() < executor.size().live()
                || executor.workers().stream()
                        .anyMatch(worker -> picture.thread(worker).isEmpty());
    }

    Optional<Mover> behind(Waker waker, ThreadState waiter, Waiting wait) {
        if (waker instanceof Waker.Unknown unknown) {
            return Optional.of(() -> waits(waiter, wait) + ": " + unknown.why());
        }
        Optional<? extends Node> known = picture.behind(waker);
        if (known.isEmpty()) {
            String stranger = waker instanceof Waker.QueuedTask
                    ? "an executor that is not watched"
                    : "a thread that cannot be seen";
            return Optional.of(() -> waits(waiter, wait) + ", and " + stranger + " may end that wait");
        }
        if (waker instanceof Waker.QueuedTask task
                && known.get() instanceof ExecutorNode executor
                && executor.hasLeftTheQueue(task.task())) {
            return Optional.of(() -> waits(waiter, wait) + ", and a task that has left its queue may end that wait");
        }
        return Optional.empty();
    }
}
