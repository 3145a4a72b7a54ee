package io.github.liveliness.agent.boot;

import java.lang.ref.WeakReference;
import java.util.concurrent.ForkJoinWorkerThread;

/** What the hooks remember of one thread: whether it is inside a hook, and whether it works for a pool. */
final class HookedThread {

    private static final ThreadLocal<HookedThread> CURRENT = new PerThread();

    private final WeakReference<Thread> thread = new WeakReference<>(Thread.currentThread());
    private boolean inside;
    private boolean worker;

    private HookedThread() {}

    static HookedThread current() {
        return CURRENT.get();
    }

    static boolean isWorker() {
        return Thread.currentThread() instanceof ForkJoinWorkerThread || current().worker;
    }

    /** The thread itself, one reference for all who keep it. */
    WeakReference<Thread> thread() {
        return thread;
    }

    void becomeWorker() {
        worker = true;
    }

    /** Returns false where a hook is at work already, so that what it calls is not taken for the user's doing. */
    boolean enter() {
        boolean entered = !inside;
        inside = true;
        return entered;
    }

    void leave() {
        inside = false;
    }

    private static final class PerThread extends ThreadLocal<HookedThread> {
        @Override
        protected HookedThread initialValue() {
            return new HookedThread();
        }
    }
}
