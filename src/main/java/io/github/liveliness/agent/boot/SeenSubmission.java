package io.github.liveliness.agent.boot;

import java.lang.ref.Reference;
import java.lang.ref.WeakReference;
import java.util.List;

/** Who handed a task to an executor, and where; the task is held weakly. */
public final class SeenSubmission extends WeakReference<Object> {

    /** Nobody saw the task being submitted. */
    public static final SeenSubmission NONE = new SeenSubmission();

    private final long nanoTime;
    private final String threadName;
    private final WeakReference<Thread> thread;
    private final long scope;
    private final WeakReference<Object> dependent;
    private final CallSite callSite;

    SeenSubmission(Object task) {
        super(task);
        this.nanoTime = System.nanoTime();
        this.threadName = Thread.currentThread().getName();
        this.thread = HookedThread.current().thread();
        this.scope = ScopeMark.current();
        this.dependent = new WeakReference<>(Dependents.of(task));
        this.callSite = CallSite.ofCaller();
    }

    private SeenSubmission() {
        super(null);
        this.nanoTime = 0;
        this.threadName = "";
        this.thread = new WeakReference<>(null);
        this.scope = ScopeMark.RUN;
        this.dependent = new WeakReference<>(null);
        this.callSite = CallSite.UNKNOWN;
    }

    /** When it was submitted, on the clock of {@link System#nanoTime()}. */
    public long nanoTime() {
        return nanoTime;
    }

    /** The name of the submitting thread at that moment. */
    public String threadName() {
        return threadName;
    }

    /** Whether this very thread submitted it. */
    public boolean isBy(Thread submitter) {
        return thread.refersTo(submitter);
    }

    /** The scope that the submitting thread worked for. */
    public long scope() {
        return scope;
    }

    /**
     * The {@code CompletableFuture} that the task will complete, an empty reference if it completes none. The task itself
     * forgets it as soon as it starts.
     */
    public Reference<Object> dependent() {
        return dependent;
    }

    /** The submitting call and its callers, innermost first, without the JDK's own frames unless there are no others. */
    public List<StackTraceElement> frames() {
        return callSite.frames();
    }

    /**
     * Whether the JDK's own {@code submit} or {@code invokeAll} made the task and gave it to the JDK's own
     * {@code execute}, past all code of the user's on the way. A task that the user made may be run by whoever holds it.
     */
    public boolean isPlainSubmit() {
        return callSite.isPlainSubmit();
    }

    /** Whether the task, and the future that it was to complete, are both gone. */
    boolean isGone() {
        return refersTo(null) && dependent.refersTo(null);
    }
}
