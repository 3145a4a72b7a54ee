package io.github.liveliness.model;

import org.apiguardian.api.API;

/**
 * How sure the diagnosis is, the surest first.
 *
 * <p>An annotated test fails at once on {@link #PROVEN}, after two seconds without progress on {@link #LIKELY}, after
 * the configured time on {@link #SUSPECTED}, and never on the other two.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public enum Verdict {
    /** Nothing but an interrupt, a cancel, a shutdown, a resize or draining the queue by hand can end the wait. */
    PROVEN,
    /** Everybody known to be able to end the wait is stuck, but somebody unknown might exist. */
    LIKELY,
    /** Due work, no progress, and somebody who can move could still end the wait. */
    SUSPECTED,
    /** Due work, no progress in tasks, but the workers use the processor. */
    BUSY,
    /** Nothing to report. */
    HEALTHY;

    /**
     * Tells whether this verdict is at least as sure as another.
     *
     * @param other the verdict to compare with
     * @return true if this verdict stands at or before {@code other} in the order of the constants
     */
    public boolean atLeast(Verdict other) {
        return compareTo(other) <= 0;
    }
}
