package io.github.liveliness.reach.programs;

/** Virtual threads, on JDKs that have them. */
final class VirtualThreads {

    private VirtualThreads() {}

    static Thread start(Body body) throws ReflectiveOperationException {
        return (Thread)
                Thread.class.getMethod("startVirtualThread", Runnable.class).invoke(null, Body.unchecked(body));
    }
}
