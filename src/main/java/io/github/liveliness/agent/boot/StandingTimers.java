package io.github.liveliness.agent.boot;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ScheduledThreadPoolExecutor;

/**
 * The one timer of the JVM that {@code CompletableFuture} uses. It outlives each run under control; what a run leaves in it must
 * not go off in the next, and a thread that it had before is not controlled.
 */
final class StandingTimers {

    private static final int FIRST_IN_COMMON_POOL = 25;

    /** Up to JDK 24 an executor of its own, since then a thread of the common pool. */
    private static VarHandle executor;

    private static VarHandle threadOfPool;

    private final Object before;

    private StandingTimers(Object before) {
        this.before = before;
    }

    static void open() throws ReflectiveOperationException {
        MethodHandles.Lookup lookup = MethodHandles.lookup();
        if (Runtime.version().feature() < FIRST_IN_COMMON_POOL) {
            Class<?> holder = Class.forName("java.util.concurrent.CompletableFuture$Delayer");
            executor = MethodHandles.privateLookupIn(holder, lookup)
                    .findStaticVarHandle(holder, "delayer", ScheduledThreadPoolExecutor.class);
        } else {
            threadOfPool = MethodHandles.privateLookupIn(ForkJoinPool.class, lookup)
                    .findVarHandle(
                            ForkJoinPool.class, "delayScheduler", Class.forName("java.util.concurrent.DelayScheduler"));
        }
    }

    /** Before a run. */
    static StandingTimers setAside() {
        if (threadOfPool == null) {
            return new StandingTimers(null);
        }
        return new StandingTimers((Object) threadOfPool.getAndSet(ForkJoinPool.commonPool(), null));
    }

    /** After it. */
    void restore() {
        if (threadOfPool == null) {
            ((ScheduledThreadPoolExecutor) executor.get()).getQueue().clear();
        } else {
            threadOfPool.set(ForkJoinPool.commonPool(), before);
        }
    }
}
