package io.github.liveliness.model;

import org.apiguardian.api.API;

/** Somebody who could end a wait. */
@API(status = API.Status.INTERNAL)
public sealed interface Waker {

    /** How firmly a waker is tied to the wait. */
    enum Tie {
        /** Only this one can end the wait: the task is the very future that is waited for. */
        OWNER,
        /** This one can end the wait, and so could anybody else who holds the object. */
        CANDIDATE
    }

    /** A task that has not started yet, queued in an executor. */
    record QueuedTask(TaskId task, ExecutorId executor, Tie tie) implements Waker {}

    /** A task that a thread is running. */
    record RunningTask(TaskId task, ThreadId thread, Tie tie) implements Waker {}

    /** A thread that holds the lock, or whose end is waited for. */
    record OwnerThread(ThreadId thread) implements Waker {}

    /**
     * Somebody who cannot be named, and who may therefore act at any time.
     *
     * @param why what makes a name impossible, as half a sentence: "the latch may be held by any thread"
     */
    record Unknown(String why) implements Waker {}

    /** Nobody: that nobody can end the wait is proven. */
    record Nobody() implements Waker {}
}
