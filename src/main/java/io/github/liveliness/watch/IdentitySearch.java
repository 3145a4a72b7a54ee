package io.github.liveliness.watch;

import io.github.liveliness.model.Waker;
import io.github.liveliness.model.Waker.Tie;
import java.util.List;
import java.util.concurrent.FutureTask;

/** Finds wakers where the JDK's fields are closed: a future that is waited for and lies in a queue is its own task. */
final class IdentitySearch implements WakerFinder {
    private static final String CLOSED = "the JDK's fields are closed to the watcher";

    private final TaskIndex tasks;
    private final Runners runners;

    IdentitySearch(TaskIndex tasks, Runners runners) {
        this.tasks = tasks;
        this.runners = runners;
    }

    @Override
    public List<Waker> wakers(Object blocker, StackTraceElement[] stack) {
        if (blocker instanceof FutureTask<?> future && isOfTheJdk(future) && future.isDone()) {
            return unknown("the future is done, its waiter is about to go on");
        }
        return tasks.find(blocker)
                .map(queued ->
                        List.<Waker>of(new Waker.QueuedTask(queued.state().id(), queued.executor(), Tie.CANDIDATE)))
                .orElseGet(() -> runningOrUnknown(blocker));
    }

    @Override
    public List<Waker> wakersOfMonitor(String className, int identityHash) {
        return unknown("any thread may notify the object");
    }

    private List<Waker> runningOrUnknown(Object blocker) {
        List<Waker> running = runners.of(task -> task == blocker);
        return running.isEmpty() ? unknown(CLOSED) : running;
    }

    /** A subclass of the user's may do anything when it is asked. */
    private static boolean isOfTheJdk(Object object) {
        return object.getClass().getModule() == Object.class.getModule();
    }

    private static List<Waker> unknown(String why) {
        return List.of(new Waker.Unknown(why));
    }
}
