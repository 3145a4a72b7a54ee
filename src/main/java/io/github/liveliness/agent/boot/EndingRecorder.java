package io.github.liveliness.agent.boot;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.RunnableScheduledFuture;
import java.util.concurrent.ThreadPoolExecutor;

/** Finds out what ended, and what of it is worth keeping. */
final class EndingRecorder {

    private EndingRecorder() {}

    static void record(Ending.Kind kind, Object what, Object with) {
        if (kind == Ending.Kind.THREAD) {
            threadDied((Thread) what, (Throwable) with);
        } else if (kind == Ending.Kind.TASK) {
            taskFailed(what, (Throwable) with);
        } else if (kind == Ending.Kind.REJECTED_TASK) {
            rejected((ThreadPoolExecutor) what, with);
        } else {
            Endings.SEEN.addFailed(kind, (Throwable) with, what);
        }
    }

    /** What a thread of the JDK's class holds besides is the JVM's, such as its group and its class loader. */
    private static void threadDied(Thread thread, Throwable thrown) {
        Object run = HeldTasks.run(thread);
        boolean plain = thread.getClass() == Thread.class;
        if (run != thread) {
            Endings.SEEN.addFailed(Ending.Kind.THREAD, thrown, plain ? run : thread, run);
        } else if (!plain) {
            Endings.SEEN.addFailed(Ending.Kind.THREAD, thrown, thread);
        }
    }

    /** A future task of the JDK's class holds besides only who waits for it, or its pool. */
    private static void taskFailed(Object task, Throwable thrown) {
        Object called = HeldTasks.called(task);
        Ending.Kind kind = isPeriodic(task) ? Ending.Kind.PERIODIC_TASK : Ending.Kind.TASK;
        Endings.SEEN.addFailed(kind, thrown, isOfTheJdk(task) ? called : task, called);
    }

    private static boolean isPeriodic(Object task) {
        return isOfTheJdk(task)
                && task instanceof RunnableScheduledFuture
                && ((RunnableScheduledFuture<?>) task).isPeriodic();
    }

    private static void rejected(ThreadPoolExecutor pool, Object task) {
        if (!PoolFields.areOpen()) {
            return;
        }
        Object handler = PoolFields.handler(pool);
        boolean shut = PoolFields.isShutdown(pool);
        if (handler instanceof ThreadPoolExecutor.CallerRunsPolicy && !shut) {
            return;
        }
        Object lost = handler instanceof ThreadPoolExecutor.DiscardOldestPolicy && !shut ? oldest(pool) : task;
        if (lost != null) {
            Endings.SEEN.addRejected(lost, handler.getClass().getName());
        }
    }

    private static Object oldest(ThreadPoolExecutor pool) {
        BlockingQueue<?> queue = PoolFields.queue(pool);
        return isOfTheJdk(queue) ? queue.peek() : null;
    }

    private static boolean isOfTheJdk(Object object) {
        return object.getClass().getClassLoader() == null;
    }
}
