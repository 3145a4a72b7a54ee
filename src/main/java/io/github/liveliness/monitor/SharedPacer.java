package io.github.liveliness.monitor;

import java.time.Duration;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** The one thread that paces every monitor of the JVM; it ends when there is nothing to pace and comes back on demand. */
final class SharedPacer implements Pacer {

    static final SharedPacer INSTANCE = new SharedPacer();

    private final ScheduledThreadPoolExecutor thread =
            new ScheduledThreadPoolExecutor(1, new BackgroundThread("liveliness-pacer"));

    private SharedPacer() {
        thread.setKeepAliveTime(10, TimeUnit.SECONDS);
        thread.allowCoreThreadTimeOut(true);
    }

    @Override
    @SuppressWarnings("FutureReturnValueIgnored") // A step answers for its own failures.
    public void after(Duration pause, Runnable step) {
        thread.schedule(step, TimeUnit.NANOSECONDS.convert(pause), TimeUnit.NANOSECONDS);
    }
}
