package io.github.liveliness.agent.boot;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.locks.AbstractOwnableSynchronizer;

/** Who owns the lock that a thread is parked on. */
final class Owners {

    private static VarHandle owner;

    private Owners() {}

    static void open() throws ReflectiveOperationException {
        owner = MethodHandles.privateLookupIn(AbstractOwnableSynchronizer.class, MethodHandles.lookup())
                .findVarHandle(AbstractOwnableSynchronizer.class, "exclusiveOwnerThread", Thread.class);
    }

    /** The owner, or null where there is none, or what the thread is parked on has none by its nature. */
    static Thread of(Object blocker) {
        return blocker instanceof AbstractOwnableSynchronizer ? (Thread) owner.get(blocker) : null;
    }
}
