package io.github.liveliness.agent.boot;

import java.util.Arrays;
import java.util.List;

/** The threads of a controlled run, by their numbers. Only the thread whose turn it is adds some; anybody may look for one. */
final class ControlledThreads {

    private volatile ControlledThread[] threads = new ControlledThread[8];
    private volatile int count;

    ControlledThread add(Thread started) {
        int number = count;
        if (number == threads.length) {
            threads = Arrays.copyOf(threads, 2 * number);
        }
        ControlledThread added = new ControlledThread(started, number);
        threads[number] = added;
        count = number + 1;
        return added;
    }

    int count() {
        return count;
    }

    ControlledThread get(int number) {
        return threads[number];
    }

    List<ControlledThread> list() {
        int known = count;
        return List.of(Arrays.copyOf(threads, known));
    }

    /** The one that runs on this thread and is not over, or null. */
    ControlledThread find(Object thread) {
        int known = count;
        ControlledThread[] all = threads;
        for (int number = 0; number < known; number++) {
            if (all[number].thread() == thread && !all[number].isOver()) {
                return all[number];
            }
        }
        return null;
    }

    /** Whether this thread is one of them, over or not. */
    boolean include(Thread thread) {
        for (int number = 0; number < count; number++) {
            if (threads[number].thread() == thread) {
                return true;
            }
        }
        return false;
    }

    /** How many of them work for this pool. */
    int workersOf(Object pool) {
        int workers = 0;
        for (int number = 0; number < count; number++) {
            if (threads[number].pool() == pool && !threads[number].isOver()) {
                workers++;
            }
        }
        return workers;
    }

    /** Who else has entered this monitor, or null. */
    ControlledThread holderOf(Object monitor, ControlledThread except) {
        int known = count;
        ControlledThread[] all = threads;
        for (int number = 0; number < known; number++) {
            if (all[number] != except && all[number].monitors.include(monitor)) {
                return all[number];
            }
        }
        return null;
    }

    boolean canGoOn(ControlledThread thread, long now) {
        if (!thread.isReady(now)) {
            return false;
        }
        Object needed = thread.neededMonitor();
        return needed == null || holderOf(needed, thread) == null;
    }

    /** Whether one of them waits on this monitor to be notified. */
    boolean includeWaiterOn(Object monitor) {
        return longestWaiterOn(monitor) != null;
    }

    /** Tells the one that has waited longest on this monitor. */
    void notifyOne(Object monitor) {
        ControlledThread longest = longestWaiterOn(monitor);
        if (longest != null) {
            longest.isNotified();
        }
    }

    void notifyAll(Object monitor) {
        for (int number = 0; number < count; number++) {
            if (threads[number].waitsToBeNotified(monitor)) {
                threads[number].isNotified();
            }
        }
    }

    /** The next moment that one of them waits for. */
    long soonestDeadline() {
        long soonest = VirtualClock.NEVER;
        for (int number = 0; number < count; number++) {
            soonest = Math.min(soonest, threads[number].deadline());
        }
        return soonest;
    }

    /** Has those go on that let others go first; returns whether there were any. */
    boolean letYieldersGoOn() {
        boolean any = false;
        for (int number = 0; number < count; number++) {
            any |= threads[number].hasYielded();
            threads[number].hasYieldedEnough();
        }
        return any;
    }

    private ControlledThread longestWaiterOn(Object monitor) {
        ControlledThread longest = null;
        for (int number = 0; number < count; number++) {
            ControlledThread each = threads[number];
            if (each.waitsToBeNotified(monitor) && (longest == null || each.since() < longest.since())) {
                longest = each;
            }
        }
        return longest;
    }
}
