package io.github.liveliness.agent.boot;

import java.util.concurrent.locks.LockSupport;

/**
 * How a worker that is about to wait wakes the watcher.
 *
 * <p>It rings once until the watcher {@linkplain #answer answers}, so no ring is lost and a busy pool costs a field read
 * per wait. How often the watcher is woken is the watcher's to decide: it answers when it begins to look.
 */
public final class Alarm {

    private static volatile Thread watcher;
    private static volatile boolean rung;

    private Alarm() {}

    /** Lets this thread be unparked, in place of any other, when a worker is about to wait. */
    public static void register(Thread thread) {
        rung = false;
        watcher = thread;
    }

    /** Stops waking this thread. */
    public static void clear(Thread thread) {
        if (watcher == thread) {
            watcher = null;
        }
    }

    /** Returns whether a worker has come to wait since the last answer, and lets the next one ring again. */
    public static boolean answer() {
        if (!rung) {
            return false;
        }
        rung = false;
        return true;
    }

    /** Whether that is the thread which is woken, and which does nothing that a test could wait for. */
    static boolean wakes(Object thread) {
        return thread == watcher;
    }

    static boolean isArmed() {
        return !rung && watcher != null;
    }

    static void ring() {
        rung = true;
        LockSupport.unpark(watcher);
    }
}
