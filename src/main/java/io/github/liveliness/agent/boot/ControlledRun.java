package io.github.liveliness.agent.boot;

import java.util.ArrayList;
import java.util.List;

/**
 * One run under control: one thread runs at a time, and where more than one can go on a decider says which.
 *
 * <p>Whatever is not said to be called from elsewhere is called by the thread whose turn it is, and needs no lock.
 */
public final class ControlledRun {

    /** Held by whoever has a run, in whatever class loader: who is controlled is told by whose turn it is. */
    public static final Object ONE_AT_A_TIME = new Object();

    private static volatile ControlledRun current;

    private final Decider decider;
    private final int pointLimit;
    private final boolean memory;
    private final Thread supervisor = Thread.currentThread();
    private final Trace trace;
    private final Recording recording = new Recording();
    private final VirtualClock clock = new VirtualClock();
    private final ControlledPools pools = new ControlledPools();
    private final ControlledThreads threads = new ControlledThreads();
    private final Candidates candidates = new Candidates(threads, pools, clock);
    private final DeadEnds deadEnds = new DeadEnds(threads);
    private final List<Throwable> uncaught = new ArrayList<>();

    private volatile ControlledThread turn;
    private int points;
    private long waits;
    private boolean bodyReturned;
    private StandingTimers timers;
    private String outsider;
    private volatile Conclusion conclusion;
    private volatile String refusal = "";

    /**
     * A run that the current thread supervises.
     *
     * @param pointLimit how many points the run may pass
     * @param memory whether what other threads see at once, volatile fields and the like, is a point
     * @param traced whether to remember every point with its line
     */
    public ControlledRun(Decider decider, int pointLimit, boolean memory, boolean traced) {
        this.decider = decider;
        this.pointLimit = pointLimit;
        this.memory = memory;
        this.trace = traced ? Trace.begin() : Trace.NONE;
    }

    static ControlledRun current() {
        return current;
    }

    /** The current thread begins to run the body, and is controlled. */
    public void begin() {
        timers = StandingTimers.setAside();
        ControlledThread body = threads.add(Thread.currentThread());
        body.begin();
        turn = body;
        ThreadRandom.pin(body.thread(), 0);
        current = this;
    }

    /** The body has returned, and its thread is controlled no more. The others run until nobody can go on. */
    public void bodyReturned() {
        bodyReturned = true;
        passOn(threads.get(0));
    }

    /** The body has thrown, which ends the run. */
    public void bodyFailed() {
        bodyReturned = true;
        conclude(Conclusion.FAILED);
        passOn(threads.get(0));
    }

    /** The current thread, which is not controlled, does something to one that is. */
    void refuseCaller(String does) {
        refuse("A thread that is not controlled, " + Thread.currentThread().getName() + does);
    }

    /** Ends the run because of something that is not controlled. May be called from elsewhere. */
    public void refuse(String why) {
        refusal = conclusion == null ? why : refusal;
        conclude(Conclusion.REFUSED);
    }

    /** From now on hooks take no notice of this run. Called by the supervisor, when its threads have ended. */
    public void leave() {
        current = null;
        timers.restore();
    }

    /** How it ended, or null while it goes on. May be called from elsewhere. */
    public Conclusion conclusion() {
        return conclusion;
    }

    /** Why it was refused. May be called from elsewhere. */
    public String refusal() {
        return refusal;
    }

    /** How many points were passed so far; seen a moment later from elsewhere. */
    public int points() {
        return points;
    }

    /** Whose turn it is. May be called from elsewhere. */
    public ControlledThread turn() {
        return turn;
    }

    /** The threads so far, by their numbers. May be called from elsewhere. */
    public List<ControlledThread> threads() {
        return threads.list();
    }

    /** Who holds the monitor or owns the lock that this thread needs, or null. Asked when the run is over. */
    public ControlledThread ownerFor(ControlledThread blocked) {
        return deadEnds.ownerFor(blocked);
    }

    public Recording recording() {
        return recording;
    }

    public Trace trace() {
        return trace;
    }

    /** What killed threads of this run. */
    public List<Throwable> uncaught() {
        return List.copyOf(uncaught);
    }

    boolean isSupervisedBy(Thread thread) {
        return supervisor == thread;
    }

    ControlledThreads table() {
        return threads;
    }

    VirtualClock clock() {
        return clock;
    }

    ControlledPools pools() {
        return pools;
    }

    boolean isOver() {
        return conclusion != null;
    }

    /** A thread of this run has given work to one that is not controlled: nobody knows what that one will do, and when. */
    void involves(String whom) {
        outsider = whom;
    }

    /** The name of one that has been given work and is not controlled, null if none was seen. */
    public String outsider() {
        return outsider;
    }

    /** In which order threads begin to wait. */
    long nextWait() {
        return waits++;
    }

    void died(Throwable thrown) {
        uncaught.add(thrown);
    }

    /** The thread whose turn it is is about to do something that others can see; one of them may go on first. */
    void point(ControlledThread me, PointKind kind, Object object) {
        if (isOver()) {
            if (!me.isOnItsWayOut()) {
                awaitTurn(me);
            }
        } else if (!me.isQuiet() && (memory || kind != PointKind.MEMORY)) {
            me.isAbout(kind, object);
            pass(me);
            me.isAbout(PointKind.CONTINUE, null);
            me.tellInterrupt();
        }
    }

    /** The thread whose turn it is cannot go on, or not at once; it says itself what it waits for. */
    void block(ControlledThread me) {
        if (!isOver()) {
            pass(me);
        } else if (me.isIdleOnItsWayOut()) {
            me.settle();
            RawParking.unpark(supervisor);
            awaitTurn(me);
        } else if (me.isOnItsWayOut()) {
            leaveWait(me);
        } else {
            awaitTurn(me);
        }
        me.goesOn();
    }

    /** The thread whose turn it is comes to its end. */
    void passOn(ControlledThread me) {
        me.isEnding();
        if (isOver()) {
            RawParking.unpark(supervisor);
        } else {
            points++;
            trace.add(me);
            hand(next(me));
        }
    }

    /** A thread has just been started. A worker of a pool begins even when the run is over, for its pool counts on it. */
    void begin(ControlledThread me) {
        me.awaitTurn();
        if (isOver() && me.pool() == null) {
            me.throwEnd();
        }
        me.tellInterrupt();
    }

    private void awaitTurn(ControlledThread me) {
        me.awaitTurn();
        if (isOver() && me.isOnItsWayOut() && !me.isIdleOnItsWayOut()) {
            leaveWait(me);
        }
    }

    /**
     * Ends a wait when the run is over. One that is parked is interrupted first: most that park take themselves off the queue
     * that they wait in, which may belong to what outlives the run.
     */
    private static void leaveWait(ControlledThread me) {
        if (me.obstacle() != Obstacle.PERMIT || !(me.hasPermit() || me.isInterruptedOnItsWayOut())) {
            me.throwEnd();
        }
    }

    /** Gives the turn to a thread when the run is over. Called by the supervisor. */
    void handAtEnd(ControlledThread next) {
        turn = next;
        next.give();
    }

    private void pass(ControlledThread me) {
        points++;
        trace.add(me);
        if (points > pointLimit) {
            conclude(bodyReturned ? Conclusion.AT_REST : Conclusion.TOO_LONG);
            awaitTurn(me);
            return;
        }
        ControlledThread next = next(me);
        if (next != me) {
            hand(next);
            awaitTurn(me);
        }
    }

    private void hand(ControlledThread next) {
        if (next == null) {
            conclude(bodyReturned && !deadEnds.exist() ? Conclusion.AT_REST : Conclusion.STALLED);
        } else {
            turn = next;
            next.give();
        }
    }

    private synchronized void conclude(Conclusion how) {
        if (conclusion == null) {
            conclusion = how;
            RawParking.unpark(supervisor);
        }
    }

    /** Who goes on, or null if nobody can. */
    private ControlledThread next(ControlledThread me) {
        if (me.isQuiet() && threads.canGoOn(me, clock.now())) {
            return me;
        }
        while (true) {
            candidates.find(me, points);
            if (candidates.count() == 1) {
                return candidates.get(0);
            }
            if (candidates.count() > 1) {
                return choose();
            }
            if (!bodyReturned && needsOutsider()) {
                return null;
            }
            boolean anyYielded = threads.letYieldersGoOn();
            if (!passTime() && !anyYielded) {
                return null;
            }
        }
    }

    /** Whether somebody who is not controlled may help those who wait: then nothing can be said. */
    private boolean needsOutsider() {
        Thread owner = deadEnds.ownerFromOutside();
        String whom = owner == null ? outsider : owner.getName();
        if (whom != null) {
            refuse("Everybody waits, and may wait for " + whom + ", from before this run and not controlled.");
        }
        return whom != null;
    }

    private ControlledThread choose() {
        int chosen = decider.choose(candidates);
        if (chosen < 0 || chosen >= candidates.count()) {
            recording.diverge();
            chosen = 0;
        }
        recording.add(chosen, candidates);
        return candidates.get(chosen);
    }

    /** Goes on to the next moment that somebody waits for. There is none after the body: a periodic task would go on for ever. */
    private boolean passTime() {
        long soonest = threads.soonestDeadline();
        if (soonest == VirtualClock.NEVER || bodyReturned) {
            return false;
        }
        clock.jumpTo(soonest);
        return true;
    }
}
