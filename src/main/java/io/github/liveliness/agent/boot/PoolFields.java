package io.github.liveliness.agent.boot;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.RejectedExecutionHandler;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.atomic.AtomicInteger;

/** Reads the fields of a pool: its methods may be a user's own, and hooks run no code of users. */
public final class PoolFields {

    /** Reactor's for what blocks: its workers are few, and to wait is what they are there for. */
    private static final String FOR_WHAT_BLOCKS =
            "reactor.core.scheduler.BoundedElasticScheduler$BoundedScheduledExecutorService";

    /** Those of Vert.x, whose pools are there for what blocks, too; its event loops are no pools. */
    private static final String WORKER_THAT_MAY_BLOCK = "io.vertx.core.impl.VertxThread";

    /** The lower bits of what a pool keeps its state in. */
    private static final int MOST_WORKERS = (1 << (Integer.SIZE - 3)) - 1;

    private static volatile Fields fields;

    private record Fields(VarHandle handler, VarHandle control, VarHandle queue, VarHandle maximum) {}

    private PoolFields() {}

    /** Looks the fields up; fails where the package is not open or the JDK names them differently. */
    public static void open() throws ReflectiveOperationException {
        MethodHandles.Lookup pool = MethodHandles.privateLookupIn(ThreadPoolExecutor.class, MethodHandles.lookup());
        fields = new Fields(
                pool.findVarHandle(ThreadPoolExecutor.class, "handler", RejectedExecutionHandler.class),
                pool.findVarHandle(ThreadPoolExecutor.class, "ctl", AtomicInteger.class),
                pool.findVarHandle(ThreadPoolExecutor.class, "workQueue", BlockingQueue.class),
                pool.findVarHandle(ThreadPoolExecutor.class, "maximumPoolSize", int.class));
    }

    static boolean areOpen() {
        return fields != null;
    }

    /** What answers to tasks that find no place. */
    static Object handler(ThreadPoolExecutor pool) {
        return (RejectedExecutionHandler) fields.handler.get(pool);
    }

    /** The state of a pool stands in the upper bits, and is negative while it runs. */
    static boolean isShutdown(ThreadPoolExecutor pool) {
        return ((AtomicInteger) fields.control.get(pool)).get() >= 0;
    }

    /** Whether a worker that blocks keeps tasks waiting: it does not where another is made for each task that finds none. */
    static boolean areWorkersScarce(Object executor, Thread worker) {
        if (executor.getClass().getName().endsWith(FOR_WHAT_BLOCKS)
                || worker.getClass().getName().endsWith(WORKER_THAT_MAY_BLOCK)) {
            return false;
        }
        if (executor instanceof ThreadPoolExecutor pool) {
            return fields == null
                    || (int) fields.maximum.get(pool) < Integer.MAX_VALUE
                    || !(queue(pool) instanceof SynchronousQueue);
        }
        return !VirtualThreadSchedulers.include(executor);
    }

    /** How many threads a pool has; 0 where that is not known. */
    static int workers(Object executor) {
        if (executor instanceof ThreadPoolExecutor pool) {
            return ((AtomicInteger) fields.control.get(pool)).get() & MOST_WORKERS;
        }
        return executor instanceof ForkJoinPool pool ? pool.getPoolSize() : 0;
    }

    static BlockingQueue<?> queue(ThreadPoolExecutor pool) {
        return (BlockingQueue<?>) fields.queue.get(pool);
    }
}
