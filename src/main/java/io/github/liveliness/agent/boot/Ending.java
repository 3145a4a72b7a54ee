package io.github.liveliness.agent.boot;

import java.lang.ref.SoftReference;
import java.util.List;

/**
 * The end of something that went wrong, and that may have been the last to hold what others wait for.
 *
 * <p>What it held is kept softly, since the JDK forgets it at that moment; heap dumps are asked what it leads to.
 */
public final class Ending extends SoftReference<Object> {

    /** What has ended. */
    public enum Kind {
        /** A thread, of an exception that nobody caught. */
        THREAD,
        /** A task of an executor, with an exception. */
        TASK,
        /** A task of an executor that was to run again and again, with an exception. */
        PERIODIC_TASK,
        /** A task that its executor did not take. */
        REJECTED_TASK,
        /** A stage of a {@code CompletableFuture}, with an exception of its own or of the stage before. */
        STAGE
    }

    private final long number;
    private final Kind kind;
    private final String held;
    private final String how;
    private final String threadName;
    private final SoftReference<Throwable> thrown;
    private final CallSite callSite;

    private Ending(
            long number, Kind kind, Object[] held, String name, String how, Throwable thrown, CallSite callSite) {
        super(held);
        this.number = number;
        this.kind = kind;
        this.held = name;
        this.how = how;
        this.threadName = Thread.currentThread().getName();
        this.thrown = new SoftReference<>(thrown);
        this.callSite = callSite;
    }

    static Ending failed(long number, Kind kind, Object[] held, Throwable thrown) {
        return new Ending(number, kind, held, nameOf(held), "", thrown, CallSite.UNKNOWN);
    }

    static Ending rejected(long number, Object task, String how) {
        Object[] held = {task, HeldTasks.called(task)};
        return new Ending(number, Kind.REJECTED_TASK, held, nameOf(held), how, null, CallSite.ofCaller());
    }

    /** The last one is the innermost: what the user wrote. */
    private static String nameOf(Object[] held) {
        return held[held.length - 1].getClass().getName();
    }

    /** Unique within the JVM, in the order in which things ended. */
    public long number() {
        return number;
    }

    /** What has ended. */
    public Kind kind() {
        return kind;
    }

    /** The class of the code that has ended. */
    public String className() {
        return held;
    }

    /** By what a task was rejected: the class of the pool's handler; empty for what was not rejected. */
    public String rejection() {
        return how;
    }

    /** The name of the thread in which it ended. */
    public String threadName() {
        return threadName;
    }

    /** What it ended with; null if there was nothing, or if it is gone. */
    public Throwable thrown() {
        return thrown.get();
    }

    /** Where a task was rejected, innermost frame first; empty for what was not rejected. */
    public List<StackTraceElement> frames() {
        return callSite.frames();
    }
}
