package io.github.liveliness.agent.boot;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.ForkJoinWorkerThread;
import java.util.concurrent.ThreadPoolExecutor;

/** What a thread was made to run. */
final class ThreadTargets {

    private static final int FIRST_WITH_HOLDER = 19;
    private static final String POOL_WORKER = "java.util.concurrent.ThreadPoolExecutor$Worker";

    private static VarHandle holder;
    private static VarHandle target;
    private static VarHandle pool;

    private ThreadTargets() {}

    static void open() throws ReflectiveOperationException {
        Class<?> worker = Class.forName(POOL_WORKER);
        pool = MethodHandles.privateLookupIn(worker, MethodHandles.lookup())
                .findVarHandle(worker, "this$0", ThreadPoolExecutor.class);
        MethodHandles.Lookup lookup = MethodHandles.privateLookupIn(Thread.class, MethodHandles.lookup());
        if (Runtime.version().feature() < FIRST_WITH_HOLDER) {
            target = lookup.findVarHandle(Thread.class, "target", Runnable.class);
        } else {
            Class<?> holderType = Class.forName("java.lang.Thread$FieldHolder");
            holder = lookup.findVarHandle(Thread.class, "holder", holderType);
            target = MethodHandles.privateLookupIn(holderType, MethodHandles.lookup())
                    .findVarHandle(holderType, "task", Runnable.class);
        }
    }

    /** The pool that it was made for, or null if the JDK's pools know nothing of it. */
    static Object poolOf(Thread thread) {
        if (thread instanceof ForkJoinWorkerThread worker) {
            return worker.getPool();
        }
        Object runs = target.get(holder == null ? thread : holder.get(thread));
        return runs != null && runs.getClass() == pool.coordinateTypes().get(0) ? pool.get(runs) : null;
    }
}
