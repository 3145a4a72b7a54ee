package io.github.liveliness.agent.boot;

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

    private Hooks() {}

    /** An executor's constructor returns. The object is not initialised yet: nothing of it may be called. */
    public static void executorMade(Object executor) {
        try {
            if (executor instanceof Executor) {
                addMade(executor);
            }
        } catch (Throwable unseen) {
            forget(unseen);
        }
    }

    /** A task is about to enter an executor; an executor not seen before was made before the agent came. */
    public static void taskSubmitted(Object executor, Object task) {
        try {
            if (executor instanceof Executor) {
                SeenExecutor seen = ExecutorTable.SEEN.find(executor);
                if (seen == SeenExecutor.NONE) {
                    seen = ExecutorTable.SEEN.addFound(executor);
                }
                if (seen.takeCapture()) {
                    record(seen, task);
                }
            }
        } catch (Throwable unseen) {
            forget(unseen);
        }
    }

    /** The current thread begins to work for a pool, and does so until it ends. */
    public static void workerStarted() {
        try {
            HookedThread.current().becomeWorker();
        } catch (Throwable unseen) {
            forget(unseen);
        }
    }

    /** The current thread is about to wait for the outcome of a task. */
    public static void aboutToWait() {
        try {
            if (Alarm.isArmed() && HookedThread.isWorker()) {
                Alarm.ring();
            }
        } catch (Throwable unseen) {
            forget(unseen);
        }
    }

    /** The current thread parks for so many nanoseconds. */
    public static void timedPark(long nanos) {
        try {
            Deadlines.record(Thread.currentThread(), nanos);
        } catch (Throwable unseen) {
            forget(unseen);
        }
    }

    /** The current thread parks until so many milliseconds after the epoch. */
    public static void timedParkUntil(long epochMillis) {
        timedPark(TimeUnit.MILLISECONDS.toNanos(epochMillis - System.currentTimeMillis()));
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

    /** A hook that fails must not fail the user's call, and has nobody to tell. */
    private static void forget(Throwable unseen) {
        assert unseen != null;
    }
}
