package io.github.liveliness.agent.boot;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/** The JVM's own parking, below the calls that are redirected to {@link ControlCalls}. */
final class RawParking {

    private static MethodHandle park;
    private static MethodHandle unpark;

    private RawParking() {}

    /** Looks the methods up, and calls them once, so that nothing is left to be linked in the middle of a hook. */
    static void open() throws ReflectiveOperationException {
        Class<?> type = Class.forName("jdk.internal.misc.Unsafe");
        Object unsafe = type.getMethod("getUnsafe").invoke(null);
        MethodHandles.Lookup lookup = MethodHandles.lookup();
        park = lookup.findVirtual(type, "park", MethodType.methodType(void.class, boolean.class, long.class))
                .bindTo(unsafe);
        unpark = lookup.findVirtual(type, "unpark", MethodType.methodType(void.class, Object.class))
                .bindTo(unsafe);
        unpark(Thread.currentThread());
        park(false, 0);
    }

    static void park(boolean absolute, long time) {
        try {
            park.invokeExact(absolute, time);
        } catch (Throwable impossible) {
            throw new AssertionError(impossible);
        }
    }

    static void unpark(Object thread) {
        try {
            unpark.invokeExact(thread);
        } catch (Throwable impossible) {
            throw new AssertionError(impossible);
        }
    }
}
