package io.github.liveliness.agent.boot;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;

/**
 * Reads from a task or a thread the code that the user gave it, which the JDK forgets when it ends.
 *
 * <p>It knows none until the agent has opened the JDK's packages to this module.
 */
public final class HeldTasks {

    private static final int FIRST_JDK_WITH_HOLDER = 19;
    private static final String WORKER = "java.util.concurrent.ThreadPoolExecutor$Worker";

    private static volatile Fields fields;

    private record Fields(
            VarHandle callable, Class<?> adapter, VarHandle adapted, VarHandle holder, VarHandle target) {}

    private HeldTasks() {}

    /** Looks the fields up; fails where a package is not open or the JDK names them differently. */
    public static void open() throws ReflectiveOperationException {
        MethodHandles.Lookup own = MethodHandles.lookup();
        Class<?> adapter = Class.forName(Executors.class.getName() + "$RunnableAdapter");
        MethodHandles.Lookup threads = MethodHandles.privateLookupIn(Thread.class, own);
        boolean held = Runtime.version().feature() >= FIRST_JDK_WITH_HOLDER;
        Class<?> holder = held ? Class.forName(Thread.class.getName() + "$FieldHolder") : Thread.class;
        fields = new Fields(
                MethodHandles.privateLookupIn(FutureTask.class, own)
                        .findVarHandle(FutureTask.class, "callable", Callable.class),
                adapter,
                MethodHandles.privateLookupIn(adapter, own).findVarHandle(adapter, "task", Runnable.class),
                held ? threads.findVarHandle(Thread.class, "holder", holder) : null,
                MethodHandles.privateLookupIn(holder, own)
                        .findVarHandle(holder, held ? "task" : "target", Runnable.class));
        linkNow();
    }

    /** And not in the middle of the first hook, which may run where the stack or the heap is full. */
    private static void linkNow() {
        Thread thread = Thread.currentThread();
        called(new FutureTask<>(thread, null));
        run(thread);
    }

    /** What a task calls: itself, unless it is a future task of the JDK's that has not forgotten it. */
    static Object called(Object task) {
        Fields known = fields;
        if (known == null || !(task instanceof FutureTask)) {
            return task;
        }
        Object callable = known.callable.get((FutureTask<?>) task);
        if (callable == null) {
            return task;
        }
        return known.adapter.isInstance(callable) ? known.adapted.get(callable) : callable;
    }

    /** What a thread runs: itself, unless it was given something to run. A pool's worker holds no task of its own. */
    static Object run(Thread thread) {
        Fields known = fields;
        if (known == null) {
            return thread;
        }
        Object holder = known.holder == null ? thread : known.holder.get(thread);
        Object target = holder == null ? null : known.target.get(holder);
        return target == null || target.getClass().getName().equals(WORKER) ? thread : target;
    }
}
