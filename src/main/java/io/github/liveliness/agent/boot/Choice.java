package io.github.liveliness.agent.boot;

/**
 * The threads that can go on at one point of a controlled run: the one that ran so far first, if it can, then the others by
 * their numbers. Valid during the call of a {@link Decider} only.
 */
public interface Choice {

    /** How many there are, two at least. */
    int count();

    /** Whether the first one is the thread that ran so far; to choose another one is then a preemption. */
    boolean isCurrentFirst();

    /** The number of a thread: 0 runs the test body, the others count in the order in which they were started. */
    int thread(int index);

    /** What it is about to do. */
    PointKind point(int index);

    /** The number of the object that it is about to touch, by first use in this run; 0 for none. */
    int object(int index);

    /** The number of the pool that it works for, 0 for none. */
    int pool(int index);

    /** 1 while it runs a task of its pool, else 0. */
    int taskDepth(int index);

    /** How many points this run has passed so far. */
    int step();

    /** How many threads the pool has at most before it queues; 0 where that is not known. */
    int poolSize(int pool);

    /** How many workers of the pool wait inside a task now. */
    int waitingWorkers(int pool);

    /** How many tasks have been submitted to the pool and have not begun. */
    int backlog(int pool);
}
