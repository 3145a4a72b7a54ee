package io.github.liveliness.agent.boot;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletableFuture.AsynchronousCompletionTask;

/**
 * Reads from a task of {@link CompletableFuture} the future that it will complete.
 *
 * <p>It knows none until the agent has opened {@code java.util.concurrent} to this module.
 */
public final class Dependents {

    private static final String[] TASKS = {"AsyncSupply", "AsyncRun", "UniCompletion"};

    private static volatile Field[] fields = {};

    private record Field(Class<?> owner, VarHandle handle) {}

    private Dependents() {}

    /** Looks the fields up; fails where the package is not open or the JDK names them differently. */
    public static void open() throws ReflectiveOperationException {
        Field[] found = new Field[TASKS.length];
        for (int i = 0; i < TASKS.length; i++) {
            Class<?> owner = Class.forName(CompletableFuture.class.getName() + '$' + TASKS[i]);
            VarHandle handle = MethodHandles.privateLookupIn(owner, MethodHandles.lookup())
                    .findVarHandle(owner, "dep", CompletableFuture.class);
            found[i] = new Field(owner, handle);
        }
        fields = found;
    }

    /** Returns the future, or null for a task that completes none or has started. */
    static Object of(Object task) {
        if (task instanceof AsynchronousCompletionTask) {
            for (Field field : fields) {
                if (field.owner.isInstance(task)) {
                    return field.handle.get(task);
                }
            }
        }
        return null;
    }
}
