package io.github.liveliness.watch;

import io.github.liveliness.model.TaskId;
import io.github.liveliness.model.Waker;
import io.github.liveliness.model.Waker.Tie;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.FutureTask;
import java.util.concurrent.locks.AbstractQueuedSynchronizer.ConditionObject;
import java.util.function.Supplier;

/**
 * Finds who could end a wait, from the object that a thread is parked on.
 *
 * <p>Only the task that is itself the awaited future is tied to the wait as its owner: while it runs, and while it is
 * queued if nobody else has it. All others are candidates, and where there is none, somebody unknown is the answer.
 */
final class WakerSearch {
    private static final int FUTURE_TASK_NEW = 0;

    private final JdkInternals jdk;
    private final CompletionChains chains;
    private final References references;
    private final ThreadIdentifiers identifiers;
    private final TaskIndex tasks;
    private final List<Look> looks;
    private final Supplier<TaskId> nextTask;

    WakerSearch(
            JdkInternals jdk,
            ThreadIdentifiers identifiers,
            TaskIndex tasks,
            List<Look> looks,
            Supplier<TaskId> nextTask) {
        this.jdk = jdk;
        this.chains = new CompletionChains(jdk);
        this.references = new References();
        this.identifiers = identifiers;
        this.tasks = tasks;
        this.looks = looks;
        this.nextTask = nextTask;
    }

    /** Everybody known who could wake a thread that is parked on {@code blocker}; never empty. */
    List<Waker> wakers(Object blocker, StackTraceElement[] stack) {
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

    /** Candidates among the queued tasks for an object that the JVM names by class and identity hash only. */
    List<Waker> wakersOfMonitor(String className, int identityHash) {
        List<TaskIndex.Queued> same = tasks.all(queued -> System.identityHashCode(queued.task()) == identityHash
                && queued.task().getClass().getName().equals(className));
        return candidates(same, "any thread may notify the object");
    }

    private List<Waker> ofFutureTask(FutureTask<?> future, StackTraceElement[] stack) {
        if (jdk.readInt(JdkField.FUTURE_TASK_STATE, future) != FUTURE_TASK_NEW) {
            return aboutToGoOn("the future is done");
        }
        boolean exact = future.getClass() == FutureTask.class && Blockers.parkedByFutureTask(stack);
        Object runner = jdk.read(JdkField.FUTURE_TASK_RUNNER, future);
        if (runner instanceof Thread thread) {
            Tie tie = exact ? Tie.OWNER : Tie.CANDIDATE;
            return List.of(new Waker.RunningTask(nextTask.get(), identifiers.name(thread), tie));
        }
        return tasks.find(future)
                .map(queued -> List.<Waker>of(queuedWaker(queued, exact ? queued.tie() : Tie.CANDIDATE)))
                .orElseGet(() -> holders(List.of(future), "the future is queued in no executor that is watched"));
    }

    private List<Waker> ofCompletableFuture(Object signaller) {
        if (jdk.read(JdkField.SIGNALLER_THREAD, signaller) == null) {
            return aboutToGoOn("the future is done");
        }
        List<Waker> wakers = new ArrayList<>();
        tasks.all(queued -> chains.futureOf(queued.task())
                        .filter(future -> chains.leadsTo(future, signaller))
                        .isPresent())
                .forEach(queued -> wakers.add(queuedWaker(queued, Tie.CANDIDATE)));
        for (Look look : looks) {
            boolean runs = look.pending().stream()
                    .anyMatch(promise -> tasks.find(promise.task()).isEmpty()
                            && !chains.isDone(promise.future())
                            && chains.leadsTo(promise.future(), signaller));
            if (runs) {
                wakers.addAll(workersAtWork(look));
            }
        }
        return wakers.isEmpty() ? unknown("any thread that holds the future may complete it") : wakers;
    }

    /** Which of its workers runs a task is not recorded, so each of them may be the one. */
    private List<Waker> workersAtWork(Look look) {
        return look.reading().workers().stream()
                .filter(worker -> !worker.idle())
                .<Waker>map(worker ->
                        new Waker.RunningTask(nextTask.get(), identifiers.name(worker.thread()), Tie.CANDIDATE))
                .toList();
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
        return candidates(tasks.all(queued -> references.reaches(queued.task(), held)), whyUnknown);
    }

    private List<Waker> candidates(List<TaskIndex.Queued> queued, String whyUnknown) {
        return queued.isEmpty()
                ? unknown(whyUnknown)
                : queued.stream().map(task -> queuedWaker(task, Tie.CANDIDATE)).toList();
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
