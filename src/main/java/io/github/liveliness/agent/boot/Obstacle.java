package io.github.liveliness.agent.boot;

/** What keeps a thread of a controlled run from going on. */
public enum Obstacle {
    /** Nothing does. */
    NONE,
    /** It is parked until somebody unparks it. */
    PERMIT,
    /** Another thread holds the monitor that it is about to enter. */
    MONITOR,
    /** It waits on a monitor until somebody notifies it. */
    NOTIFICATION,
    /** It waits until another thread has ended. */
    THREAD,
    /** It sleeps. */
    TIME,
    /** It has ended, or its test body has returned. */
    END
}
