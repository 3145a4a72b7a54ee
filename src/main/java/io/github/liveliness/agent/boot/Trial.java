package io.github.liveliness.agent.boot;

/** Finds out whether calls go through the hooks, on a thread that works for nobody. */
public final class Trial {

    private final Worker worker;

    /** To be made, and used, on a thread that is about to end. */
    public Trial() {
        Thread thread = Thread.currentThread();
        worker = new Worker(thread, SeenExecutor.NONE, true);
        WorkerTable.add(thread, worker);
    }

    /** Whether a call of this kind is seen to begin and to end, however it ends. */
    public boolean sees(CallKind kind, Call call) {
        worker.begin(this);
        worker.forget(kind);
        try {
            call.make();
        } catch (Throwable itsOwnWayToEnd) {
            return worker.hasMade(kind);
        } finally {
            worker.end();
        }
        return worker.hasMade(kind);
    }

    /** A call that may throw anything. */
    public interface Call {
        /** Makes it. */
        void make() throws Throwable;
    }
}
