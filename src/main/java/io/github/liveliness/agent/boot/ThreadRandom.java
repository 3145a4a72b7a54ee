package io.github.liveliness.agent.boot;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * What {@code ThreadLocalRandom} keeps in a thread. The JDK spreads threads over queues and counters by it, and so it decides
 * which worker of a fork-join pool finds which task.
 */
final class ThreadRandom {

    private static final int GOLDEN = 0x9e3779b9;

    private static VarHandle seed;
    private static VarHandle probe;
    private static VarHandle secondarySeed;

    private ThreadRandom() {}

    static void open() throws ReflectiveOperationException {
        MethodHandles.Lookup lookup = MethodHandles.privateLookupIn(Thread.class, MethodHandles.lookup());
        seed = lookup.findVarHandle(Thread.class, "threadLocalRandomSeed", long.class);
        probe = lookup.findVarHandle(Thread.class, "threadLocalRandomProbe", int.class);
        secondarySeed = lookup.findVarHandle(Thread.class, "threadLocalRandomSecondarySeed", int.class);
        pin(Thread.currentThread(), 0);
    }

    /** Has a thread draw the same numbers in each run. */
    static void pin(Thread thread, int number) {
        int pinned = (number + 1) * GOLDEN | 1;
        seed.set(thread, (long) pinned * GOLDEN);
        probe.set(thread, pinned);
        secondarySeed.set(thread, pinned);
    }
}
