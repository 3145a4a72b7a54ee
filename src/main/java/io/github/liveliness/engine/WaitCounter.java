package io.github.liveliness.engine;

/** Counts the ticks in a row in which a body was seen in one and the same wait. */
final class WaitCounter {
    private long mark;
    private int ticks;

    /**
     * Counts one tick.
     *
     * @param seen what the body waits for, as a number; 0 while it does not wait
     * @return for how many ticks it has waited for the same; 0 while it does not
     */
    int count(long seen) {
        ticks = seen != 0 && seen == mark ? ticks + 1 : 0;
        mark = seen;
        return ticks;
    }

    /** Whether the body was in a wait when it was last seen. */
    boolean isWaiting() {
        return mark != 0;
    }
}
