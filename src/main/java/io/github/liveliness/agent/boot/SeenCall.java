package io.github.liveliness.agent.boot;

import java.util.List;

/** A call inside a task of a pool that blocked, and has returned. */
public final class SeenCall {

    private final CallKind kind;
    private final long nanos;
    private final Worker worker;
    private final SeenSubmission submission;
    private final long scope;
    private final String thread;
    private final WalkedFrames stack;

    SeenCall(long nanos, Worker worker) {
        this.kind = worker.kind();
        this.nanos = nanos;
        this.worker = worker;
        this.submission = worker.submission();
        this.scope = scopeOf(submission);
        this.thread = Thread.currentThread().getName();
        this.stack = WalkedFrames.ofCaller();
    }

    /** For whom a task of the current thread works, where this is known of its submission. */
    static long scopeOf(SeenSubmission submission) {
        return submission == SeenSubmission.NONE ? ScopeMark.current() : submission.scope();
    }

    /** What it blocked on. */
    public CallKind kind() {
        return kind;
    }

    /** How long it took. */
    public long nanos() {
        return nanos;
    }

    /** The executor whose task it was in. */
    public SeenExecutor executor() {
        return worker.executor();
    }

    /** Whether a worker of a fork-join pool made it. */
    public boolean isByForkJoinWorker() {
        return worker.isOfForkJoinPool();
    }

    /** Whether a virtual thread made it: its executor is none that was seen, and its task the thread itself. */
    public boolean isByVirtualThread() {
        return worker.isVirtual();
    }

    /** Who submitted the task, {@link SeenSubmission#NONE} if that was not recorded. */
    public SeenSubmission submission() {
        return submission;
    }

    /** The name of the thread that made it. */
    public String thread() {
        return thread;
    }

    /** For whom the task worked. */
    public long scope() {
        return scope;
    }

    /** The call and its callers, innermost first, the JDK's own frames among them. */
    public List<StackTraceElement> stack() {
        return stack.elements();
    }
}
