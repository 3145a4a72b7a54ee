package io.github.liveliness.agent.boot;

import java.util.concurrent.ForkJoinWorkerThread;

/** A thread of a controlled run: what it is about to do, what keeps it from it, and what it holds. */
public final class ControlledThread {

    /** One that catches its end as often as that, and waits again, will not end at all. */
    private static final int MOST_TIMES_ENDED = 1_000;

    private final Thread thread;
    private final int number;
    private final boolean forkJoin;
    private final Turn turn;
    final HeldMonitors monitors = new HeldMonitors();

    private boolean begun;
    private boolean yielded;
    private boolean ends;
    private boolean leavesInOrder;
    private boolean interruptedLast;
    private int timesEnded;
    private volatile boolean settled;
    private int quiet;

    private PointKind point = PointKind.START;
    private Object object;
    private Obstacle obstacle = Obstacle.NONE;
    private long deadline = VirtualClock.NEVER;
    private ControlledThread awaited;
    private boolean permit;
    private boolean notified;
    private boolean interrupted;
    private long since;

    private Object pool;
    private int poolNumber;
    private boolean inTask;

    ControlledThread(Thread thread, int number) {
        this.thread = thread;
        this.number = number;
        this.forkJoin = thread instanceof ForkJoinWorkerThread;
        this.turn = new Turn(thread);
    }

    public Thread thread() {
        return thread;
    }

    /** 0 runs the test body, the others count in the order in which they were started. */
    public int number() {
        return number;
    }

    /** What it did last or is about to do. */
    public PointKind point() {
        return point;
    }

    /** What it waits for or is about to touch, or null where that is not known. */
    public Object object() {
        return object;
    }

    public Obstacle obstacle() {
        return obstacle;
    }

    /** Whether it waits for a limited time only. */
    public boolean isTimed() {
        return deadline != VirtualClock.NEVER;
    }

    /** The pool that it works for, or null. */
    public Object pool() {
        return pool;
    }

    /** Whether it is inside a task of its pool. */
    public boolean isInTask() {
        return inTask;
    }

    public boolean isOver() {
        return obstacle == Obstacle.END;
    }

    boolean isOf(Thread other) {
        return thread == other;
    }

    int poolNumber() {
        return poolNumber;
    }

    void worksFor(Object itsPool, int itsNumber) {
        pool = itsPool;
        poolNumber = itsNumber;
    }

    void taskBegins() {
        inTask = true;
    }

    void taskEnds() {
        inTask = false;
    }

    /** Returns false where it has begun before. */
    boolean begin() {
        boolean first = !begun;
        begun = true;
        return first;
    }

    boolean hasBegun() {
        return begun;
    }

    /** While a class is being initialised no other thread goes on in its place: one that needs the class would block. */
    void quietBegins() {
        quiet++;
    }

    void quietEnds() {
        quiet = Math.max(0, quiet - 1);
    }

    boolean isQuiet() {
        return quiet > 0;
    }

    void yields() {
        yielded = true;
    }

    void hasYieldedEnough() {
        yielded = false;
    }

    boolean hasYielded() {
        return yielded;
    }

    void isAbout(PointKind kind, Object touched) {
        point = kind;
        object = touched;
    }

    void waitsFor(Obstacle what, long until) {
        obstacle = what;
        deadline = until;
        notified = false;
    }

    /** Waits until another has ended. */
    void waitsFor(ControlledThread other, long until) {
        waitsFor(Obstacle.THREAD, until);
        awaited = other;
    }

    void goesOn() {
        obstacle = Obstacle.NONE;
        deadline = VirtualClock.NEVER;
        awaited = null;
        object = null;
    }

    void isEnding() {
        obstacle = Obstacle.END;
        deadline = VirtualClock.NEVER;
        object = null;
        settled = true;
    }

    long deadline() {
        return deadline;
    }

    /** For whom it waits in order: the one that waits longest on a monitor is notified first. */
    void waitsSince(long order) {
        since = order;
    }

    long since() {
        return since;
    }

    void giveUpMeanwhile(Object monitor) {
        turn.giveUpMeanwhile(monitor);
    }

    void give() {
        turn.give();
    }

    void awaitTurn() {
        turn.await();
    }

    /**
     * From now on it ends wherever it waits.
     *
     * @param leaves whether an idle worker of a fork-join pool waits on, so that it leaves its pool in order when its time is up
     */
    void end(boolean leaves) {
        ends = true;
        leavesInOrder = leaves && forkJoin;
        settled = false;
    }

    boolean isOnItsWayOut() {
        return ends;
    }

    /** Whether it is an idle worker of a fork-join pool, which would take the pool's books with it if it died. */
    boolean isIdleOnItsWayOut() {
        return ends && leavesInOrder && !isInTask() && obstacle == Obstacle.PERMIT;
    }

    /** Every other time: whoever waits on after an interrupt does not mind it. */
    boolean isInterruptedOnItsWayOut() {
        interruptedLast = !interruptedLast;
        if (interruptedLast) {
            thread.interrupt();
        }
        return interruptedLast;
    }

    boolean isForkJoinWorker() {
        return forkJoin;
    }

    void throwEnd() {
        goesOn();
        if (++timesEnded > MOST_TIMES_ENDED) {
            obstacle = Obstacle.END;
            settle();
            while (true) {
                RawParking.park(false, 0);
            }
        }
        throw RunEnded.SIGNAL;
    }

    /** It has ended, or waits to leave. */
    void settle() {
        settled = true;
    }

    void unsettle() {
        settled = false;
    }

    /** May be asked from elsewhere. */
    boolean isSettled() {
        return settled;
    }

    void permit() {
        permit = true;
    }

    boolean hasPermit() {
        return permit;
    }

    boolean takePermit() {
        boolean had = permit;
        permit = false;
        return had;
    }

    void isNotified() {
        notified = true;
    }

    boolean waitsToBeNotified(Object monitor) {
        return obstacle == Obstacle.NOTIFICATION && object == monitor && !notified;
    }

    /** It is told when its turn comes: an interrupt now would wake it to no purpose. */
    void interruptAtItsTurn() {
        interrupted = true;
    }

    boolean isInterrupted() {
        return interrupted || thread.isInterrupted();
    }

    boolean takeInterrupt() {
        boolean had = interrupted;
        interrupted = false;
        return had;
    }

    /** By the thread itself. */
    void tellInterrupt() {
        if (takeInterrupt()) {
            thread.interrupt();
        }
    }

    /** Whether what it waits for has come about, or its time is up; of a monitor that it needs as well nothing is asked. */
    boolean isReady(long now) {
        if (obstacle == Obstacle.NONE || obstacle == Obstacle.MONITOR) {
            return true;
        }
        if (obstacle == Obstacle.END) {
            return false;
        }
        if (deadline <= now || interrupted) {
            return true;
        }
        if (obstacle == Obstacle.THREAD) {
            return awaited.isOver();
        }
        return obstacle == Obstacle.PERMIT ? permit : obstacle == Obstacle.NOTIFICATION && notified;
    }

    /** The monitor that it needs to go on, or null. */
    Object neededMonitor() {
        return obstacle == Obstacle.MONITOR || obstacle == Obstacle.NOTIFICATION ? object : null;
    }
}
