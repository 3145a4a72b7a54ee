package io.github.liveliness.agent.boot;

import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ScheduledThreadPoolExecutor;

/**
 * Tells the executors that run virtual threads from those of users.
 *
 * <p>What they are called differs from one JDK to the next; that their thread factory belongs to the class of virtual
 * threads does not. To read them from that class would initialise it, and start a thread, in JVMs that use none.
 */
final class VirtualThreadSchedulers {

    private static final String OWNER = "java.lang.VirtualThread";

    private VirtualThreadSchedulers() {}

    /** Asks exact JDK classes only: a subclass may override what is called here. */
    static boolean include(Object executor) {
        if (executor.getClass() == ForkJoinPool.class) {
            return isOwned(((ForkJoinPool) executor).getFactory());
        }
        return executor.getClass() == ScheduledThreadPoolExecutor.class
                && isOwned(((ScheduledThreadPoolExecutor) executor).getThreadFactory());
    }

    private static boolean isOwned(Object factory) {
        return factory.getClass().getName().startsWith(OWNER);
    }
}
