package io.github.liveliness.agent.boot;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * The methods that rewritten code calls in the place of the JVM's own ways to wait, to wake and to tell the time, and before
 * what other threads can see. A thread that is not controlled gets what it asked for at the price of one look.
 */
public final class ControlHooks {

    /** Parking for less than no time returns at once. */
    private static final long NOT_AT_ALL = -1;

    private static final String OUTSIDER = "A thread that is not controlled, ";

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
        ControlledThread me = me(run);
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

    /** In the place of {@code Unsafe.unpark}. */
    public static void unpark(Object unsafe, Object thread) {
        ControlledRun run = ControlledRun.current();
        ControlledThread me = me(run);
        ControlledThread woken = run == null ? null : run.table().find(thread);
        if (woken == null) {
            if (me != null && !Alarm.wakes(thread)) {
                run.involves(((Thread) thread).getName());
            }
            RawParking.unpark(thread);
            return;
        }
        if (me != null) {
            woken.permit();
        } else if (!run.isOver() && !run.isSupervisedBy(Thread.currentThread())) {
            run.refuse(OUTSIDER + Thread.currentThread().getName() + ", wakes "
                    + woken.thread().getName() + ".");
        }
    }

    // Time.

    /** In the place of {@code System.nanoTime} in the JDK. */
    public static long nanoTime() {
        ControlledRun run = ControlledRun.current();
        return me(run) == null ? System.nanoTime() : run.clock().nanoTime();
    }

    /** In the place of {@code System.currentTimeMillis} in the JDK. */
    public static long currentTimeMillis() {
        ControlledRun run = ControlledRun.current();
        return me(run) == null ? System.currentTimeMillis() : run.clock().currentTimeMillis();
    }

    /** In the place of {@code System.nanoTime} in code of users. */
    public static long userNanoTime() {
        tick();
        return nanoTime();
    }

    /** In the place of {@code System.currentTimeMillis} in code of users. */
    public static long userCurrentTimeMillis() {
        tick();
        return currentTimeMillis();
    }

    /** In the place of {@code Thread.sleep(long)}. */
    public static void sleep(long millis) throws InterruptedException {
        if (!sleepsControlled(TimeUnit.MILLISECONDS.toNanos(millis))) {
            Thread.sleep(millis);
        }
    }

    /** In the place of {@code Thread.sleep(long, int)}. */
    public static void sleep(long millis, int nanos) throws InterruptedException {
        if (!sleepsControlled(TimeUnit.MILLISECONDS.toNanos(millis) + nanos)) {
            Thread.sleep(millis, nanos);
        }
    }

    /** In the place of {@code Thread.sleep(Duration)}. */
    public static void sleep(Duration duration) throws InterruptedException {
        long nanos = TimeUnit.NANOSECONDS.convert(duration);
        if (!sleepsControlled(nanos)) {
            TimeUnit.NANOSECONDS.sleep(nanos);
        }
    }

    /** In the place of {@code Thread.yield} and {@code Thread.onSpinWait}. */
    @SuppressWarnings("ThreadPriorityCheck") // whoever called it relies on it
    public static void yields() {
        ControlledRun run = ControlledRun.current();
        ControlledThread me = me(run);
        if (me == null) {
            Thread.yield();
        } else {
            me.yields();
            run.point(me, PointKind.CONTINUE, null);
        }
    }

    // Threads.

    /** A thread is about to be started. */
    public static void threadStarts(Object thread) {
        ControlledRun run = ControlledRun.current();
        ControlledThread me = me(run);
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
        me(ControlledRun.current());
    }

    /** A thread is about to end, and runs no code of a user any more. */
    public static void threadEnds() {
        ControlledRun run = ControlledRun.current();
        ControlledThread me = me(run);
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
        ControlledThread me = me(run);
        if (me != null && !run.isOver() && !hasHandler(me.thread())) {
            run.died(thrown);
            return true;
        }
        return false;
    }

    /** A virtual thread is about to be started. */
    public static void virtualThreadStarts(Object thread) {
        ControlledRun run = ControlledRun.current();
        ControlledThread me = me(run);
        if (me != null && !run.isOver()) {
            run.refuse("Virtual threads are not controlled.");
            run.block(me);
        }
    }

    /** In the place of {@code Thread.isAlive}. */
    public static boolean isAlive(Thread thread) {
        ControlledRun run = ControlledRun.current();
        if (me(run) == null || !run.table().include(thread)) {
            return thread.isAlive();
        }
        return run.table().find(thread) != null;
    }

    /** In the place of {@code Object.wait} where one thread waits for the end of another, whose monitor that is. */
    @SuppressWarnings("WaitNotInLoop") // the loop is the caller's
    public static void awaitEnd(Object thread, long millis) throws InterruptedException {
        ControlledRun run = ControlledRun.current();
        ControlledThread me = me(run);
        if (me == null) {
            thread.wait(millis);
            return;
        }
        ControlledThread awaited = run.table().find(thread);
        if (awaited == null) {
            run.refuse(((Thread) thread).getName()
                    + ", a thread from before this run that is not controlled, is waited for.");
            run.block(me);
        }
        me.isAbout(PointKind.JOIN, thread);
        me.waitsFor(awaited, deadline(run, millis));
        waitOn(run, me, thread);
    }

    /** A thread is about to be interrupted; returns whether it is told when its turn comes. */
    public static boolean interrupts(Object thread) {
        ControlledRun run = ControlledRun.current();
        ControlledThread me = me(run);
        ControlledThread interrupted = run == null ? null : run.table().find(thread);
        if (interrupted == null || interrupted == me) {
            return false;
        }
        if (me != null) {
            interrupted.interruptAtItsTurn();
        } else if (!run.isOver()) {
            run.refuse(OUTSIDER + Thread.currentThread().getName() + ", interrupts one that is.");
        }
        return me != null;
    }

    /** In the place of {@code Thread.isInterrupted}. */
    public static boolean isInterrupted(Thread thread) {
        ControlledRun run = ControlledRun.current();
        ControlledThread asked = me(run) == null ? null : run.table().find(thread);
        return asked == null ? thread.isInterrupted() : asked.isInterrupted();
    }

    /** What a thread draws numbers from is about to be set up; returns whether that has been done already. */
    public static boolean randomIsPinned() {
        ControlledThread me = me(ControlledRun.current());
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
        ControlledThread me = me(ControlledRun.current());
        if (me != null) {
            me.monitors.exit(monitor);
        }
    }

    /** In the place of {@code Object.wait()}. */
    public static void await(Object monitor) throws InterruptedException {
        await(monitor, 0);
    }

    /** In the place of {@code Object.wait(long, int)}. */
    public static void await(Object monitor, long millis, int nanos) throws InterruptedException {
        await(monitor, nanos > 0 && millis < Long.MAX_VALUE ? millis + 1 : millis);
    }

    /** In the place of {@code Object.wait(long)}. */
    @SuppressWarnings("WaitNotInLoop") // the loop is the caller's
    public static void await(Object monitor, long millis) throws InterruptedException {
        ControlledRun run = ControlledRun.current();
        ControlledThread me = me(run);
        if (me == null || millis < 0 || !Thread.holdsLock(monitor)) {
            monitor.wait(millis);
            return;
        }
        me.isAbout(PointKind.WAIT, monitor);
        me.waitsFor(Obstacle.NOTIFICATION, deadline(run, millis));
        me.waitsSince(run.nextWait());
        waitOn(run, me, monitor);
    }

    /** In the place of {@code Object.notify}. */
    public static void notifyOne(Object monitor) {
        ControlledRun run = ControlledRun.current();
        if (isSignalled(run, monitor)) {
            run.table().notifyOne(monitor);
        } else {
            monitor.notify();
        }
    }

    /** In the place of {@code Object.notifyAll}. */
    public static void notifyEveryone(Object monitor) {
        ControlledRun run = ControlledRun.current();
        if (isSignalled(run, monitor)) {
            run.table().notifyAll(monitor);
        } else {
            monitor.notifyAll();
        }
    }

    /** A class begins to be initialised. */
    public static void initialiserBegins() {
        ControlledThread me = me(ControlledRun.current());
        if (me != null) {
            me.quietBegins();
        }
    }

    /** It has been. */
    public static void initialiserEnds() {
        ControlledThread me = me(ControlledRun.current());
        if (me != null) {
            me.quietEnds();
        }
    }

    // Pools and synchronizers.

    /** The current thread begins to work for a pool. */
    public static void workerStarts(Object pool) {
        ControlledRun run = ControlledRun.current();
        ControlledThread me = me(run);
        if (me != null) {
            me.worksFor(pool, run.pools().number(pool));
        }
    }

    /** A task is about to enter a pool. */
    public static void taskEnters(Object pool) {
        ControlledRun run = ControlledRun.current();
        if (me(run) != null) {
            run.pools().submitted(pool);
            if (PoolFields.workers(pool) > run.table().workersOf(pool)) {
                run.involves("a worker of the pool that was given a task");
            }
        }
    }

    /** A worker of a thread pool is about to ask its queue for a task. */
    public static void workerRests() {
        ControlledThread me = me(ControlledRun.current());
        if (me != null && me.isOnItsWayOut()) {
            me.throwEnd();
        }
    }

    /** A worker is about to run a task. */
    public static void taskBegins() {
        ControlledRun run = ControlledRun.current();
        ControlledThread me = me(run);
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
        ControlledThread me = me(run);
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
        ControlledThread me = me(run);
        if (me != null) {
            run.point(me, kind, object);
        }
    }

    /** The current thread if it is controlled. One that has just been started, awaits its turn first. */
    private static ControlledThread me(ControlledRun run) {
        if (run == null) {
            return null;
        }
        Thread current = Thread.currentThread();
        ControlledThread running = run.turn();
        ControlledThread me = running.isOf(current) ? running : run.table().find(current);
        if (me == null || me.isOver()) {
            return null;
        }
        if (me.begin()) {
            ThreadRandom.pin(current, me.number());
            run.begin(me);
        }
        return me;
    }

    private static void tick() {
        ControlledRun run = ControlledRun.current();
        if (me(run) != null) {
            run.clock().tick();
        }
    }

    private static boolean sleepsControlled(long nanos) throws InterruptedException {
        ControlledRun run = ControlledRun.current();
        ControlledThread me = me(run);
        if (me == null || nanos < 0) {
            return false;
        }
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        me.isAbout(PointKind.SLEEP, null);
        me.waitsFor(Obstacle.TIME, run.clock().afterNanos(nanos));
        if (nanos == 0) {
            me.yields();
        }
        run.block(me);
        if (me.takeInterrupt()) {
            throw new InterruptedException("sleep interrupted");
        }
        return true;
    }

    private static void enter(Object monitor, boolean isPoint) {
        ControlledRun run = ControlledRun.current();
        ControlledThread me = me(run);
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

    /** Gives the monitor up, in truth and in our books, until it is the thread's turn again. */
    private static void waitOn(ControlledRun run, ControlledThread me, Object monitor) throws InterruptedException {
        if (Thread.interrupted()) {
            me.goesOn();
            throw new InterruptedException();
        }
        int often = me.monitors.giveUp(monitor);
        me.giveUpMeanwhile(monitor);
        boolean interrupted;
        try {
            run.block(me);
        } finally {
            interrupted = me.takeInterrupt();
            me.giveUpMeanwhile(null);
            if (often > 0) {
                me.monitors.enter(monitor, often);
            }
        }
        if (interrupted) {
            throw new InterruptedException();
        }
    }

    private static long deadline(ControlledRun run, long millis) {
        return millis == 0 ? VirtualClock.NEVER : run.clock().afterMillis(millis);
    }

    private static boolean isSignalled(ControlledRun run, Object monitor) {
        if (run == null || !Thread.holdsLock(monitor)) {
            return false;
        }
        if (me(run) != null) {
            return true;
        }
        if (run.table().includeWaiterOn(monitor) && !run.isOver()) {
            run.refuse(OUTSIDER + Thread.currentThread().getName() + ", notifies one that is.");
        }
        return false;
    }

    private static boolean hasHandler(Thread thread) {
        return thread.getUncaughtExceptionHandler() != thread.getThreadGroup()
                || Thread.getDefaultUncaughtExceptionHandler() != null;
    }
}
