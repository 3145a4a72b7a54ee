package io.github.liveliness.agent.boot;

import java.util.ArrayList;
import java.util.List;

/**
 * Ends the threads that a controlled run leaves behind, one after the other, so that none of them enters the next run. Idle
 * workers of fork-join pools come last, and leave when their time is up: a pool that outlives the run would not get over
 * their death.
 */
public final class Leftovers {

    private static final int MOST_ROUNDS = 1_000;

    private final ControlledRun run;
    private final long patienceNanos;

    private Leftovers(ControlledRun run, long patienceNanos) {
        this.run = run;
        this.patienceNanos = patienceNanos;
    }

    /**
     * Called by the supervisor of a run that is over.
     *
     * @param patienceNanos how long each thread may take
     * @return the threads that did not end
     */
    public static List<Thread> end(ControlledRun run, long patienceNanos) {
        Leftovers leftovers = new Leftovers(run, patienceNanos);
        leftovers.endAll();
        return leftovers.joinAll();
    }

    private void endAll() {
        for (ControlledThread each : run.threads()) {
            if (!each.isOver()) {
                end(each, true);
            }
        }
        int rounds = 0;
        while (rounds < MOST_ROUNDS && oneGoesOn()) {
            rounds++;
        }
        for (ControlledThread each : run.threads()) {
            if (!each.isOver()) {
                end(each, false);
            }
        }
    }

    private void end(ControlledThread thread, boolean leaves) {
        thread.end(leaves);
        run.handAtEnd(thread);
        awaitSettled(thread);
    }

    /** Has one idle worker go on, at the moment that it waits for if need be. */
    private boolean oneGoesOn() {
        VirtualClock clock = run.clock();
        ControlledThread next = null;
        for (ControlledThread each : run.threads()) {
            if (each.isIdleOnItsWayOut() && (next == null || isBefore(each, next))) {
                next = each;
            }
        }
        if (next == null || (!next.isReady(clock.now()) && !next.isTimed())) {
            return false;
        }
        if (!next.isReady(clock.now())) {
            clock.jumpTo(next.deadline());
        }
        next.unsettle();
        run.handAtEnd(next);
        return awaitSettled(next);
    }

    private boolean isBefore(ControlledThread one, ControlledThread other) {
        long now = run.clock().now();
        return one.isReady(now) ? !other.isReady(now) : !other.isReady(now) && one.deadline() < other.deadline();
    }

    private boolean awaitSettled(ControlledThread thread) {
        long begin = System.nanoTime();
        while (!thread.isSettled()) {
            long left = patienceNanos - (System.nanoTime() - begin);
            if (left <= 0) {
                return false;
            }
            RawParking.park(false, left);
        }
        return true;
    }

    private List<Thread> joinAll() {
        List<Thread> alive = new ArrayList<>();
        List<ControlledThread> threads = run.threads();
        for (ControlledThread each : threads.subList(1, threads.size())) {
            if (!hasEnded(each)) {
                alive.add(each.thread());
            }
        }
        return alive;
    }

    @SuppressWarnings("ThreadPriorityCheck") // it is about to end, and to wait for that in order takes longer
    private boolean hasEnded(ControlledThread thread) {
        if (!thread.isSettled()) {
            thread.thread().interrupt();
        }
        long begin = System.nanoTime();
        while (thread.thread().isAlive()) {
            if (System.nanoTime() - begin > patienceNanos) {
                return false;
            }
            Thread.yield();
        }
        return true;
    }
}
