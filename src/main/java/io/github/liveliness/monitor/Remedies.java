package io.github.liveliness.monitor;

import java.util.concurrent.ThreadPoolExecutor;
import org.apiguardian.api.API;

/** Ready-made remedies. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class Remedies {

    private Remedies() {}

    /**
     * Makes a pool larger, for good: its core size grows by the given number, its maximum along with it where that is
     * needed. Ends a stall of tasks that wait for tasks queued behind them, if the number is large enough; each stall
     * adds as many again.
     *
     * @param pool the pool behind the monitor this remedy is for
     * @param threads 1 or more
     * @return the remedy, for {@link WatcherBuilder#remedy}
     * @throws IllegalArgumentException if the number is below 1
     */
    public static Remedy addThreads(ThreadPoolExecutor pool, int threads) {
        Positive.count("Remedies.addThreads", threads);
        return stall -> {
            int core = Math.addExact(pool.getCorePoolSize(), threads);
            pool.setMaximumPoolSize(Math.max(core, pool.getMaximumPoolSize()));
            pool.setCorePoolSize(core);
        };
    }
}
