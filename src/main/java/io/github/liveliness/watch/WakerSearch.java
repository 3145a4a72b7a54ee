package io.github.liveliness.watch;

import io.github.liveliness.jdk.JdkField;
import io.github.liveliness.model.Waker;
import io.github.liveliness.model.Waker.Tie;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.FutureTask;
import java.util.concurrent.locks.AbstractQueuedSynchronizer.ConditionObject;
import java.util.function.Predicate;

/**
 * Finds who could end a wait, from the object that a thread is parked on.
 *
 * <p>Only the task that is itself the awaited future is tied to the wait as its owner: while it runs, and while it is
 * queued if nobody else has it. All others are candidates, and where there is none, somebody unknown is the answer.
 */
final class WakerSearch implements WakerFinder {
    private final JdkInternals jdk;
    private final CompletionChains chains;
    private final ThreadIdentifiers identifiers;
    private final TaskIndex tasks;
    private final List<Look> looks;
    private final Runners runners;
    private final OutsideHolders outside;

    private final References everything = References.all();

    /** Beyond a future lie also those that it depends on, and nobody completes them by completing it. */
    private final References upToFutures = References.upTo(CompletableFuture.class);

    WakerSearch(
            JdkInternals jdk,
            ThreadIdentifiers identifiers,
            TaskIndex tasks,
            List<Look> looks,
            Runners runners,
            OutsideHolders outside) {
        this.jdk = jdk;
        this.chains = new CompletionChains(jdk);
        this.identifiers = identifiers;
        this.tasks = tasks;
        this.looks = looks;
        this.runners = runners;
        this.outside = outside;
    }

    @Override
    public List<Waker> wakers(Object blocker, StackTraceElement[] stack) {
        if (blocker instanceof FutureTask<?> future) {
            return ofFutureTask(future, stack);
        }
        if (Blockers.isSignaller(blocker)) {
            return ofCompletableFuture(blocker);
        }
        if (blocker instanceof ForkJoinTask<?> task && jdk.readInt(JdkField.FORK_JOIN_TASK_STATUS, task) < 0) {
            return aboutToGoOn("the task is done");
        }
        return tasks.find(blocker)
                .map(queued -> List.<Waker>of(queuedWaker(queued, Tie.CANDIDATE)))
                .orElseGet(() -> ofSynchronizer(blocker));
    }

    @Override
    public List<Waker> wakersOfMonitor(String className, int identityHash) {
        Predicate<Object> same = task -> System.identityHashCode(task) == identityHash
                && task.getClass().getName().equals(className);
        List<TaskIndex.Queued> queued = tasks.all(each -> same.test(each.task()));
        List<Waker> known = queued.isEmpty() ? runners.of(same) : candidates(queued);
        return known.isEmpty() ? unknown("any thread may notify the object") : known;
    }

    private List<Waker> ofFutureTask(FutureTask<?> future, StackTraceElement[] stack) {
        if (!jdk.awaitsOutcome(future)) {
            return aboutToGoOn("the future is done");
        }
        boolean exact = future.getClass() == FutureTask.class && Blockers.parkedByFutureTask(stack);
        Object runner = jdk.read(JdkField.FUTURE_TASK_RUNNER, future);
        if (runner instanceof Thread thread) {
            Tie tie = exact ? Tie.OWNER : Tie.CANDIDATE;
            return List.of(runners.running(thread, tie));
        }
        return tasks.find(future)
                .map(queued -> ofQueued(future, queued, exact ? queued.tie() : Tie.CANDIDATE))
                .orElseGet(() -> holders(List.of(future), "the future is queued in no executor that is watched"));
    }

    /** What only its worker can run needs no second look; anything else may be run or cancelled by who holds it. */
    private List<Waker> ofQueued(FutureTask<?> future, TaskIndex.Queued queued, Tie tie) {
        List<Waker> wakers = new ArrayList<>(List.of(queuedWaker(queued, tie)));
        if (tie == Tie.CANDIDATE) {
            wakers.addAll(outside.of(held -> held == future));
        }
        return wakers;
    }

    private List<Waker> ofCompletableFuture(Object signaller) {
        if (jdk.read(JdkField.SIGNALLER_THREAD, signaller) == null) {
            return aboutToGoOn("the future is done");
        }
        List<TaskIndex.Queued> completing = tasks.all(queued -> completes(queued.task(), signaller));
        List<Waker> wakers = new ArrayList<>(candidates(completing));
        for (Look look : looks) {
            boolean runs = look.pending().stream()
                    .anyMatch(promise -> tasks.find(promise.task()).isEmpty()
                            && !chains.isDone(promise.future())
                            && chains.leadsTo(promise.future(), signaller));
            if (runs) {
                wakers.addAll(runners.workersAtWork(look));
            }
        }
        if (wakers.isEmpty()) {
            return unknown("any thread that holds the future may complete it");
        }
        wakers.addAll(outside.of(held -> leadsTo(held, signaller)));
        if (completing.stream().anyMatch(queued -> endsByTimeOut(queued.task(), signaller))) {
            wakers.add(new Waker.Unknown("a time-out completes the future"));
        }
        return wakers;
    }

    /** Whether a task completes what is waited for, by its nature or because it holds a future that leads there. */
    private boolean completes(Object task, Object signaller) {
        return upToFutures.reaches(task, held -> leadsTo(held, signaller));
    }

    private boolean endsByTimeOut(Object task, Object signaller) {
        return upToFutures.reaches(
                task, held -> held instanceof CompletableFuture<?> future && chains.endsByTimeOut(future, signaller));
    }

    private boolean leadsTo(Object held, Object signaller) {
        return held instanceof CompletableFuture<?> future
                && !chains.isDone(future)
                && chains.leadsTo(future, signaller);
    }

    private List<Waker> ofSynchronizer(Object blocker) {
        if (Blockers.isLock(blocker) && jdk.read(JdkField.SYNCHRONIZER_OWNER, blocker) instanceof Thread owner) {
            return List.of(new Waker.OwnerThread(identifiers.name(owner)));
        }
        List<Object> held = new ArrayList<>(List.of(blocker));
        if (blocker instanceof ConditionObject) {
            held.add(jdk.readPresent(JdkField.CONDITION_SYNCHRONIZER, blocker));
        }
        return holders(held, "any thread that holds it may signal");
    }

    private List<Waker> holders(List<Object> held, String whyUnknown) {
        Predicate<Object> isHeld = object -> held.stream().anyMatch(each -> each == object);
        List<TaskIndex.Queued> queued = tasks.all(each -> everything.reaches(each.task(), isHeld));
        if (queued.isEmpty()) {
            return unknown(whyUnknown);
        }
        List<Waker> wakers = new ArrayList<>(candidates(queued));
        wakers.addAll(outside.of(isHeld));
        return wakers;
    }

    private static List<Waker> candidates(List<TaskIndex.Queued> queued) {
        return queued.stream().map(task -> queuedWaker(task, Tie.CANDIDATE)).toList();
    }

    private static Waker queuedWaker(TaskIndex.Queued queued, Tie tie) {
        return new Waker.QueuedTask(queued.state().id(), queued.executor(), tie);
    }

    private static List<Waker> aboutToGoOn(String why) {
        return unknown(why + ", its waiter is about to go on");
    }

    private static List<Waker> unknown(String why) {
        return List.of(new Waker.Unknown(why));
    }
}
