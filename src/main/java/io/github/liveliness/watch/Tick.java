package io.github.liveliness.watch;

import org.apiguardian.api.API;

/**
 * One look of the watcher at everything.
 *
 * @param now when, on the watcher's clock, in nanoseconds
 * @param lost how much later than it meant to the watcher came, in nanoseconds; 0 if it was on time
 */
@API(status = API.Status.INTERNAL)
public record Tick(long now, long lost) {

    /** A late tick (a collection, a stopped process, an overloaded host) ages nothing. */
    public boolean onTime() {
        return lost == 0;
    }
}
