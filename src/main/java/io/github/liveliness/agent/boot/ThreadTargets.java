package io.github.liveliness.agent.boot;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/** What a thread was made to run. */
final class ThreadTargets {

    private static final int FIRST_WITH_HOLDER = 19;
    private static final String POOL_WORKER = "java.util.concurrent.ThreadPoolExecutor$Worker";

    private static VarHandle holder;
    private static VarHandle target;

    private ThreadTargets() {}

    static void open() throws ReflectiveOperationException {
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

    /** Whether it works for a {@code ThreadPoolExecutor}. */
    static boolean isPoolWorker(Thread thread) {
        Object runs = target.get(holder == null ? thread : holder.get(thread));
        return runs != null && runs.getClass().getName().equals(POOL_WORKER);
    }
}
