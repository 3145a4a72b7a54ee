package io.github.liveliness.agent.boot;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * The methods that rewritten code calls in the place of the JVM's own ways to wait, to wake and to tell the time. A thread that is
 * not controlled gets what it asked for at the price of one look.
 */
public final class ControlCalls {

    private ControlCalls() {}

    /** In the place of {@code Unsafe.unpark}. */
    public static void unpark(Object unsafe, Object thread) {
        ControlledRun run = ControlledRun.current();
        ControlledThread me = ControlledCaller.in(run);
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
            run.refuseCaller(", wakes " + woken.thread().getName() + ".");
        }
    }

    // Time.

    /** In the place of {@code System.nanoTime} in the JDK. */
    public static long nanoTime() {
        ControlledRun run = ControlledRun.current();
        return ControlledCaller.in(run) == null
                ? System.nanoTime()
                : run.clock().nanoTime();
    }

    /** In the place of {@code System.currentTimeMillis} in the JDK. */
    public static long currentTimeMillis() {
        ControlledRun run = ControlledRun.current();
        return ControlledCaller.in(run) == null
                ? System.currentTimeMillis()
                : run.clock().currentTimeMillis();
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
        ControlledThread me = ControlledCaller.in(run);
        if (me == null) {
            Thread.yield();
        } else {
            me.yields();
            run.point(me, PointKind.CONTINUE, null);
        }
    }

    /** In the place of {@code Thread.isAlive}. */
    public static boolean isAlive(Thread thread) {
        ControlledRun run = ControlledRun.current();
        if (ControlledCaller.in(run) == null || !run.table().include(thread)) {
            return thread.isAlive();
        }
        return run.table().find(thread) != null;
    }

    /** In the place of {@code Object.wait} where one thread waits for the end of another, whose monitor that is. */
    @SuppressWarnings("WaitNotInLoop") // the loop is the caller's
    public static void awaitEnd(Object thread, long millis) throws InterruptedException {
        ControlledRun run = ControlledRun.current();
        ControlledThread me = ControlledCaller.in(run);
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

    /** In the place of {@code Thread.isInterrupted}. */
    public static boolean isInterrupted(Thread thread) {
        ControlledRun run = ControlledRun.current();
        ControlledThread asked =
                ControlledCaller.in(run) == null ? null : run.table().find(thread);
        return asked == null ? thread.isInterrupted() : asked.isInterrupted();
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
        ControlledThread me = ControlledCaller.in(run);
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

    private static void tick() {
        ControlledRun run = ControlledRun.current();
        if (ControlledCaller.in(run) != null) {
            run.clock().tick();
        }
    }

    private static boolean sleepsControlled(long nanos) throws InterruptedException {
        ControlledRun run = ControlledRun.current();
        ControlledThread me = ControlledCaller.in(run);
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
        if (ControlledCaller.in(run) != null) {
            return true;
        }
        if (run.table().includeWaiterOn(monitor) && !run.isOver()) {
            run.refuseCaller(", notifies one that is.");
        }
        return false;
    }
}
