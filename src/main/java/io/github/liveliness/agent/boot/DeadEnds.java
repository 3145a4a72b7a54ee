package io.github.liveliness.agent.boot;

import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.locks.LockSupport;

/**
 * Tells, after the body has returned, threads that are stuck from those that only wait for work: idle workers, consumers
 * and timers that a test leaves behind are no stall.
 */
final class DeadEnds {

    private final ControlledThreads threads;

    DeadEnds(ControlledThreads threads) {
        this.threads = threads;
    }

    /** Asked where nobody can go on. */
    boolean exist() {
        boolean timePasses = threads.soonestDeadline() != VirtualClock.NEVER;
        for (int number = 0; number < threads.count(); number++) {
            ControlledThread each = threads.get(number);
            if (!each.isOver() && (isInACircle(each) || (!timePasses && isStuck(each)))) {
                return true;
            }
        }
        return false;
    }

    /** Who holds the monitor or owns the lock that a thread needs, or null. */
    ControlledThread ownerFor(ControlledThread blocked) {
        Object monitor = blocked.neededMonitor();
        if (monitor != null) {
            return threads.holderOf(monitor, blocked);
        }
        if (blocked.obstacle() == Obstacle.PERMIT && !blocked.isTimed()) {
            Thread owner = Owners.of(LockSupport.getBlocker(blocked.thread()));
            return owner == null || owner == blocked.thread() ? null : threads.find(owner);
        }
        return null;
    }

    /** Who owns a lock that one of them is parked on, and is none of them; null if there is none. */
    Thread ownerFromOutside() {
        for (int number = 0; number < threads.count(); number++) {
            ControlledThread each = threads.get(number);
            if (each.obstacle() == Obstacle.PERMIT) {
                Thread owner = Owners.of(LockSupport.getBlocker(each.thread()));
                if (owner != null && !threads.include(owner)) {
                    return owner;
                }
            }
        }
        return null;
    }

    private boolean isStuck(ControlledThread thread) {
        return ownerFor(thread) != null || isStarved(thread);
    }

    private boolean isInACircle(ControlledThread first) {
        ControlledThread owner = ownerFor(first);
        for (int steps = 0; owner != null && steps < threads.count(); steps++) {
            if (owner == first) {
                return true;
            }
            owner = ownerFor(owner);
        }
        return false;
    }

    /** Whether it waits inside a task, as all workers of its pool do, while another task is queued there. */
    private boolean isStarved(ControlledThread thread) {
        if (!waitsInTask(thread) || !(thread.pool() instanceof ThreadPoolExecutor pool)) {
            return false;
        }
        for (int number = 0; number < threads.count(); number++) {
            ControlledThread each = threads.get(number);
            if (each.pool() == pool && !each.isOver() && !waitsInTask(each)) {
                return false;
            }
        }
        return !PoolFields.queue(pool).isEmpty();
    }

    private static boolean waitsInTask(ControlledThread thread) {
        return thread.isInTask() && thread.obstacle() == Obstacle.PERMIT && !thread.isTimed();
    }
}
