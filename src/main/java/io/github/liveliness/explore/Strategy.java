package io.github.liveliness.explore;

import org.apiguardian.api.API;

/** How schedules are made. */
@API(status = API.Status.INTERNAL)
public enum Strategy {
    /** Whoever can go on is as likely as anybody else. */
    RANDOM,
    /** Threads have priorities, which a few of them lose on the way. */
    PCT,
    /** Whatever is about to happen has a priority, drawn anew where it meets another access to the same object. */
    POS,
    /** Every schedule, those with few preemptions first. */
    EXHAUSTIVE,
    /** Pools are driven towards being full of waiting workers, and signals before those who wait for them. */
    STALL_DIRECTED;

    /** Whether each schedule stands for itself, so that its number says all. */
    boolean isSampled() {
        return this != EXHAUSTIVE;
    }
}
