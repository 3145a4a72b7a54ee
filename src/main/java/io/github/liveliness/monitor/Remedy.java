package io.github.liveliness.monitor;

import org.apiguardian.api.API;

/**
 * Something to try on a stalled runtime, such as adding threads.
 *
 * <pre>{@code
 * builder.remedy(Duration.ofSeconds(2), stall -> pool.shutdownNow());
 * }</pre>
 */
@FunctionalInterface
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public interface Remedy {

    /**
     * Tries once; called on the watcher's thread, at most once in each stall.
     *
     * @param stall the stall to mend
     * @throws Exception handed to the watcher's {@linkplain WatcherBuilder#uncaughtExceptionHandler handler}; the next
     *     remedy still gets its turn
     */
    void apply(StallEvent stall) throws Exception;
}
