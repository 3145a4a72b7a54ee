package io.github.liveliness.agent.boot;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/**
 * The methods that rewritten code calls.
 *
 * <p>They run on the user's threads, in the middle of the JDK: they throw nothing, allocate nothing unless they record
 * something, and share no lock with another user thread except where a new executor is added. What they record walks the
 * stack and so runs much of the JDK: should that make an executor or submit a task, it is not the user's.
 */
public final class Hooks {

    private static final HookGroup EXECUTORS = new HookGroup("New executors");
    private static final HookGroup SUBMISSIONS = new HookGroup("Submissions");
    private static final HookGroup WAITS = new HookGroup("Waits of workers");
    private static final HookGroup PARKS = new HookGroup("Deadlines of timed waits");
    private static final HookGroup ENDINGS = new HookGroup("Threads and tasks that fail");
    private static final HookGroup[] GROUPS = {EXECUTORS, SUBMISSIONS, WAITS, PARKS, ENDINGS};

    private Hooks() {}

    /** An executor's constructor returns. The object is not initialised yet: nothing of it may be called. */
    public static void executorMade(Object executor) {
        try {
            if (EXECUTORS.isOn() && executor instanceof Executor) {
                addMade(executor);
            }
        } catch (Throwable failed) {
            EXECUTORS.failed(failed);
        }
    }

    /** A task is about to enter an executor; an executor not seen before was made before the agent came. */
    public static void taskSubmitted(Object executor, Object task) {
        try {
            if (SUBMISSIONS.isOn() && executor instanceof Executor) {
                SeenExecutor seen = ExecutorTable.SEEN.find(executor);
                if (seen == SeenExecutor.NONE) {
                    seen = ExecutorTable.SEEN.addFound(executor);
                }
                if (seen.takeCapture()) {
                    ExecutorTable.SEEN.used(seen);
                    record(seen, task);
                }
            }
        } catch (Throwable failed) {
            SUBMISSIONS.failed(failed);
        }
    }

    /**
     * The current thread begins to work for a pool, and does so until it ends. It works for whom the pool belongs to, and
     * not for the test that happened to need another worker.
     */
    public static void workerStarted(Object executor) {
        try {
            HookedThread.current().becomeWorker();
            ScopeMark.restore(ExecutorTable.SEEN.find(executor).scope());
            BlockingHooks.workerStarted(executor);
        } catch (Throwable failed) {
            WAITS.failed(failed);
        }
    }

    /** The current thread is about to wait for the outcome of a task. */
    public static void aboutToWait() {
        try {
            if (Alarm.isArmed() && WAITS.isOn() && HookedThread.isWorker()) {
                Alarm.ring();
            }
        } catch (Throwable failed) {
            WAITS.failed(failed);
        }
    }

    /** The current thread is about to wait for a completable future. */
    public static void aboutToJoin(Object future) {
        try {
            if (WAITS.isOn()) {
                Joins.record(Thread.currentThread(), (CompletableFuture<?>) future);
            }
        } catch (Throwable failed) {
            WAITS.failed(failed);
        }
    }

    /** The current thread parks for so many nanoseconds. */
    public static void timedPark(long nanos) {
        try {
            if (PARKS.isOn()) {
                Deadlines.record(Thread.currentThread(), nanos);
            }
        } catch (Throwable failed) {
            PARKS.failed(failed);
        }
    }

    /** The current thread parks until so many milliseconds after the epoch. */
    public static void timedParkUntil(long epochMillis) {
        timedPark(TimeUnit.MILLISECONDS.toNanos(epochMillis - System.currentTimeMillis()));
    }

    /** A thread dies of what nobody caught. */
    public static void threadDied(Object thread, Throwable thrown) {
        ended(Ending.Kind.THREAD, thread, thrown);
    }

    /** A task that is a future has failed, and is about to forget what it called. */
    public static void futureFailed(Object future, Throwable thrown) {
        ended(Ending.Kind.TASK, future, thrown);
    }

    /** A worker has run a task; {@code thrown} is null if the task went well. */
    public static void taskRun(Object task, Throwable thrown) {
        if (thrown != null) {
            ended(Ending.Kind.TASK, task, thrown);
        }
    }

    /** A stage has failed, or is not run at all because the stage before has; this is the function that was to be called. */
    public static void stageFailed(Object function, Throwable thrown) {
        ended(Ending.Kind.STAGE, function, thrown);
    }

    /** A pool is about to ask its handler what to do with a task that it does not take. */
    public static void taskRejected(Object pool, Object task) {
        ended(Ending.Kind.REJECTED_TASK, pool, task);
    }

    /** Which hooks have failed and are switched off, a sentence each. */
    public static List<String> failures() {
        List<String> failures = new ArrayList<>();
        for (HookGroup group : GROUPS) {
            if (!group.isOn()) {
                failures.add(group.failure());
            }
        }
        return failures;
    }

    private static void ended(Ending.Kind kind, Object what, Object with) {
        try {
            if (Endings.SEEN.areKept() && ENDINGS.isOn()) {
                HookedThread thread = HookedThread.current();
                if (thread.enter()) {
                    try {
                        EndingRecorder.record(kind, what, with);
                    } finally {
                        thread.leave();
                    }
                }
            }
        } catch (Throwable failed) {
            ENDINGS.failed(failed);
        }
    }

    private static void addMade(Object executor) {
        HookedThread thread = HookedThread.current();
        if (thread.enter()) {
            try {
                ExecutorTable.SEEN.addMade(executor);
            } finally {
                thread.leave();
            }
        }
    }

    private static void record(SeenExecutor seen, Object task) {
        HookedThread thread = HookedThread.current();
        if (thread.enter()) {
            try {
                seen.record(task);
            } finally {
                thread.leave();
            }
        }
    }
}
