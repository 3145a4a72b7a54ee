package io.github.liveliness.agent.boot;

/**
 * When a worker ran its latest tasks, and who had submitted them: the flight recorder tells of a wait when it is over, and its
 * task with it.
 *
 * <p>Only the worker writes; whoever reads while it does may miss the newest.
 */
final class TaskHistory {

    private static final int CAPACITY = 128;

    /** Kept, for a thread that has ended and is collected cannot be told from others any more. */
    private final Thread worker;

    private final long[] begins = new long[CAPACITY];
    private final long[] ends = new long[CAPACITY];
    private final SeenSubmission[] submissions = new SeenSubmission[CAPACITY];
    private volatile int count;

    TaskHistory(Thread worker) {
        this.worker = worker;
    }

    /** Whose it is. */
    Thread worker() {
        return worker;
    }

    void begins(long now, SeenSubmission submission) {
        int before = count;
        int place = before % CAPACITY;
        begins[place] = now;
        ends[place] = Long.MAX_VALUE;
        submissions[place] = submission;
        count = before + 1;
    }

    void ends(long now) {
        if (count > 0) {
            ends[(count - 1) % CAPACITY] = now;
        }
    }

    /** Whether a task ran at that time, as far as is remembered. */
    boolean ranAt(long nanoTime) {
        return placeOf(nanoTime) >= 0;
    }

    /** Who submitted the task that ran at that time, {@link SeenSubmission#NONE} if that is not known. */
    SeenSubmission at(long nanoTime) {
        int place = placeOf(nanoTime);
        return place < 0 ? SeenSubmission.NONE : submissions[place];
    }

    private int placeOf(long nanoTime) {
        int newest = count - 1;
        for (int index = newest; index >= 0 && index > newest - CAPACITY; index--) {
            int place = index % CAPACITY;
            if (begins[place] <= nanoTime) {
                return nanoTime <= ends[place] ? place : -1;
            }
        }
        return -1;
    }
}
