package io.github.liveliness.watch;

import org.apiguardian.api.API;

/**
 * One look of the watcher at everything.
 *
 * @param now when, on the watcher's clock, in nanoseconds
 * @param lost how much later than it meant to the watcher came, or for how long a debugger held a thread, in nanoseconds;
 *     0 if nothing of that was so
 */
@API(status = API.Status.INTERNAL)
public record Tick(long now, long lost) {

    /** A late tick (a collection, a stopped process, an overloaded host, a breakpoint) ages nothing. */
    public boolean onTime() {
        return lost == 0;
    }
}
