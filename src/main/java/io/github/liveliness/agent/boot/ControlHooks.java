package io.github.liveliness.agent.boot;

/**
 * The methods by which rewritten code tells what it is about to do, or has done: the points at which another thread may go on, and
 * the lives of threads, tasks and monitors. A thread that is not controlled goes on at the price of one look.
 */
public final class ControlHooks {

    /** Parking for less than no time returns at once. */
    private static final long NOT_AT_ALL = -1;

    private ControlHooks() {}

    /** Looks up what hooks need. Called once, before any code is rewritten. */
    public static void open() throws ReflectiveOperationException {
        RawParking.open();
        ThreadRandom.open();
        Owners.open();
        ThreadTargets.open();
        StandingTimers.open();
    }

    // Parking.

    /**
     * Before {@code Unsafe.park}, whose time it returns: a controlled thread waits here, and is not to park any more.
     *
     * <p>All others park where they always did, so that who reads their stacks sees nothing new.
     */
    public static long park(long time, boolean absolute) {
        ControlledRun run = ControlledRun.current();
        ControlledThread me = ControlledCaller.in(run);
        if (me == null) {
            return time;
        }
        if (!me.takePermit() && !me.thread().isInterrupted()) {
            VirtualClock clock = run.clock();
            long until = absolute ? clock.atMillis(time) : time == 0 ? VirtualClock.NEVER : clock.afterNanos(time);
            me.isAbout(PointKind.PARK, null);
            me.waitsFor(Obstacle.PERMIT, until);
            run.block(me);
            me.takePermit();
            me.tellInterrupt();
        }
        return NOT_AT_ALL;
    }

    // Threads.

    /** A thread is about to be started. */
    public static void threadStarts(Object thread) {
        ControlledRun run = ControlledRun.current();
        ControlledThread me = ControlledCaller.in(run);
        if (me != null) {
            if (me.isOnItsWayOut()) {
                // Pools replace a worker that dies.
                throw RunEnded.SIGNAL;
            }
            ControlledThread started = run.table().add((Thread) thread);
            Object pool = ThreadTargets.poolOf(started.thread());
            if (pool != null) {
                started.worksFor(pool, run.pools().number(pool));
            }
        }
    }

    /** A thread has been started, and this is the first thing that it does. */
    public static void threadBegins() {
        ControlledCaller.in(ControlledRun.current());
    }

    /** A thread is about to end, and runs no code of a user any more. */
    public static void threadEnds() {
        ControlledRun run = ControlledRun.current();
        ControlledThread me = ControlledCaller.in(run);
        if (me != null) {
            run.passOn(me);
        }
    }

    /** A thread dies of what nobody caught; returns whether that is nobody's concern. */
    public static boolean threadDies(Throwable thrown) {
        if (thrown instanceof RunEnded) {
            return true;
        }
        ControlledRun run = ControlledRun.current();
        ControlledThread me = ControlledCaller.in(run);
        if (me != null && !run.isOver() && !hasHandler(me.thread())) {
            run.died(thrown);
            return true;
        }
        return false;
    }

    /** A virtual thread is about to be started. */
    public static void virtualThreadStarts(Object thread) {
        ControlledRun run = ControlledRun.current();
        ControlledThread me = ControlledCaller.in(run);
        if (me != null && !run.isOver()) {
            run.refuse("Virtual threads are not controlled.");
            run.block(me);
        }
    }

    /** A thread is about to be interrupted; returns whether it is told when its turn comes. */
    public static boolean interrupts(Object thread) {
        ControlledRun run = ControlledRun.current();
        ControlledThread me = ControlledCaller.in(run);
        ControlledThread interrupted = run == null ? null : run.table().find(thread);
        if (interrupted == null || interrupted == me) {
            return false;
        }
        if (me != null) {
            interrupted.interruptAtItsTurn();
        } else if (!run.isOver()) {
            run.refuseCaller(", interrupts one that is.");
        }
        return me != null;
    }

    /** What a thread draws numbers from is about to be set up; returns whether that has been done already. */
    public static boolean randomIsPinned() {
        ControlledThread me = ControlledCaller.in(ControlledRun.current());
        if (me != null) {
            ThreadRandom.pin(me.thread(), me.number());
        }
        return me != null;
    }

    // Monitors.

    /** A monitor is about to be entered, which is a point. */
    public static void monitorEnters(Object monitor) {
        enter(monitor, true);
    }

    /** A monitor is about to be entered inside the JDK, which is none. */
    public static void innerMonitorEnters(Object monitor) {
        enter(monitor, false);
    }

    /** A monitor is about to be left. Throws nothing: it would be left twice. */
    public static void monitorExits(Object monitor) {
        ControlledThread me = ControlledCaller.in(ControlledRun.current());
        if (me != null) {
            me.monitors.exit(monitor);
        }
    }

    /** A class begins to be initialised. */
    public static void initialiserBegins() {
        ControlledThread me = ControlledCaller.in(ControlledRun.current());
        if (me != null) {
            me.quietBegins();
        }
    }

    /** It has been. */
    public static void initialiserEnds() {
        ControlledThread me = ControlledCaller.in(ControlledRun.current());
        if (me != null) {
            me.quietEnds();
        }
    }

    // Pools and synchronizers.

    /** The current thread begins to work for a pool. */
    public static void workerStarts(Object pool) {
        ControlledRun run = ControlledRun.current();
        ControlledThread me = ControlledCaller.in(run);
        if (me != null) {
            me.worksFor(pool, run.pools().number(pool));
        }
    }

    /** A task is about to enter a pool. */
    public static void taskEnters(Object pool) {
        ControlledRun run = ControlledRun.current();
        if (ControlledCaller.in(run) != null) {
            run.pools().submitted(pool);
            if (PoolFields.workers(pool) > run.table().workersOf(pool)) {
                run.involves("a worker of the pool that was given a task");
            }
        }
    }

    /** A worker of a thread pool is about to ask its queue for a task. */
    public static void workerRests() {
        ControlledThread me = ControlledCaller.in(ControlledRun.current());
        if (me != null && me.isOnItsWayOut()) {
            me.throwEnd();
        }
    }

    /** A worker is about to run a task. */
    public static void taskBegins() {
        ControlledRun run = ControlledRun.current();
        ControlledThread me = ControlledCaller.in(run);
        if (me != null) {
            if (me.isOnItsWayOut() && !me.isForkJoinWorker()) {
                me.throwEnd();
            }
            me.taskBegins();
            run.pools().begun(me.poolNumber());
            run.point(me, PointKind.TASK_BEGINS, null);
        }
    }

    /** A worker has run a task. */
    public static void taskEnds() {
        ControlledRun run = ControlledRun.current();
        ControlledThread me = ControlledCaller.in(run);
        if (me != null) {
            me.taskEnds();
            if (!me.isOnItsWayOut()) {
                run.point(me, PointKind.TASK_ENDS, null);
            }
        }
    }

    /** Code of a user is about to submit a task. */
    public static void submits(Object executor) {
        point(PointKind.SUBMIT, executor);
    }

    /** Code of a user is about to use a lock. */
    public static void locks(Object lock) {
        point(PointKind.LOCK, lock);
    }

    /** Code of a user is about to use what threads meet at. */
    public static void synchronizes(Object synchronizer) {
        point(PointKind.SYNCHRONIZER, synchronizer);
    }

    /** Code of a user is about to read or write what other threads see at once. */
    public static void touches(Object holder) {
        point(PointKind.MEMORY, holder);
    }

    private static void point(PointKind kind, Object object) {
        ControlledRun run = ControlledRun.current();
        ControlledThread me = ControlledCaller.in(run);
        if (me != null) {
            run.point(me, kind, object);
        }
    }

    private static void enter(Object monitor, boolean isPoint) {
        ControlledRun run = ControlledRun.current();
        ControlledThread me = ControlledCaller.in(run);
        if (me == null || monitor == null) {
            return;
        }
        boolean free = run.table().holderOf(monitor, me) == null;
        boolean blocks = !free || (isPoint && !me.isOnItsWayOut());
        if (blocks && !me.monitors.include(monitor)) {
            me.isAbout(PointKind.MONITOR, monitor);
            me.waitsFor(Obstacle.MONITOR, VirtualClock.NEVER);
            run.block(me);
            me.tellInterrupt();
        }
        me.monitors.enter(monitor);
    }

    private static boolean hasHandler(Thread thread) {
        return thread.getUncaughtExceptionHandler() != thread.getThreadGroup()
                || Thread.getDefaultUncaughtExceptionHandler() != null;
    }
}
