package io.github.liveliness.agent.boot;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.IOException;
import java.nio.channels.SelectableChannel;
import java.util.ArrayList;
import java.util.List;

/**
 * The methods that rewritten code calls around tasks, and around what may block in them. They throw nothing, and allocate
 * nothing unless a call has blocked.
 */
public final class BlockingHooks {

    private static final HookGroup CALLS = new HookGroup("Blocking calls");
    private static final HookGroup[] BY_KIND = groups();

    private static volatile boolean written;

    private BlockingHooks() {}

    private static HookGroup[] groups() {
        HookGroup[] groups = new HookGroup[CallKind.values().length];
        for (CallKind kind : CallKind.values()) {
            groups[kind.number()] =
                    new HookGroup("Blocking calls (".concat(kind.words()).concat(")"));
        }
        return groups;
    }

    /** The hooks around calls of one kind. */
    public static HookGroup of(CallKind kind) {
        return BY_KIND[kind.number()];
    }

    /**
     * Called before code is rewritten to call these methods; what works for a pool before that, works unseen.
     *
     * @return whether nobody has called this before
     */
    static synchronized boolean begin() {
        boolean first = !written;
        written = true;
        return first;
    }

    /** Why some hooks record nothing, or nothing any more: a sentence each. */
    public static List<String> failures() {
        List<String> failures = new ArrayList<>();
        if (!CALLS.isOn()) {
            failures.add(CALLS.failure());
        }
        for (HookGroup group : BY_KIND) {
            if (!group.isOn()) {
                failures.add(group.failure());
            }
        }
        return failures;
    }

    /** The current thread begins to work for a pool. */
    static void workerStarted(Object executor) {
        if (!written) {
            return;
        }
        try {
            SeenExecutor known = ExecutorTable.SEEN.find(executor);
            SeenExecutor seen = known == SeenExecutor.NONE ? ExecutorTable.SEEN.addFound(executor) : known;
            Thread thread = Thread.currentThread();
            WorkerTable.add(thread, new Worker(thread, seen, PoolFields.areWorkersScarce(executor, thread)));
        } catch (Throwable failed) {
            CALLS.failed(failed);
        }
    }

    /**
     * The current thread works for its pool no more: what is known of it would keep what is known of the pool. What a flight
     * recorder tells of it comes later.
     */
    public static void workerLeaves() {
        Worker worker = WorkerTable.find(Thread.currentThread());
        if (worker != Worker.NONE && !SeenCalls.SEEN.areRecorded()) {
            WorkerTable.remove(worker);
        }
    }

    /** A worker begins with a task. */
    public static void taskBegins(Object task) {
        if (SeenCalls.SEEN.areWanted() && CALLS.isOn()) {
            WorkerTable.find(Thread.currentThread()).begin(task);
        }
    }

    /** A worker is done with a task. */
    public static void taskEnds() {
        Worker worker = WorkerTable.find(Thread.currentThread());
        if (worker.isInTask()) {
            taskEnds(worker);
        }
    }

    private static void taskEnds(Worker worker) {
        tellPassedBy(worker);
        worker.end();
    }

    private static void tellPassedBy(Worker worker) {
        try {
            worker.tellPassedBy();
        } catch (Throwable failed) {
            CALLS.failed(failed);
        }
    }

    /** The current thread runs an event loop. One that a pool lends its thread to is no task of that pool any more. */
    public static void loopRuns(Object loop) {
        try {
            Thread current = Thread.currentThread();
            Worker known = WorkerTable.find(current);
            if (!known.executor().refersTo(loop)) {
                if (known.isInTask()) {
                    taskEnds(known);
                }
                WorkerTable.remove(known);
                SeenExecutor seen = ExecutorTable.SEEN.find(loop);
                WorkerTable.add(
                        current,
                        new Worker(
                                current, seen == SeenExecutor.NONE ? ExecutorTable.SEEN.addFound(loop) : seen, true));
            }
        } catch (Throwable failed) {
            CALLS.failed(failed);
        }
    }

    /** The loop begins with a task; some tasks run others. */
    public static void loopTaskBegins(Object task) {
        Worker worker = WorkerTable.find(Thread.currentThread());
        if (worker.isInTask()) {
            worker.innerTaskBegins();
        } else if (SeenCalls.SEEN.areWanted() && CALLS.isOn()) {
            worker.begin(task);
        }
    }

    /** And is done with it. */
    public static void loopTaskEnds() {
        Worker worker = WorkerTable.find(Thread.currentThread());
        if (worker.isInTask() && !worker.innerTaskEnds()) {
            taskEnds(worker);
        }
    }

    /** The current thread, a virtual one, begins with what it was made for. */
    public static void virtualThreadBegins(Object task) {
        try {
            if (SeenCalls.SEEN.areRecorded()) {
                RecentVirtualThreads.add(Thread.currentThread().getId(), ScopeMark.current());
            }
            if (SeenCalls.SEEN.areWantedOfVirtualThreads(VirtualThreadCalls.ALL) && CALLS.isOn()) {
                addVirtualThread().begin(task);
            }
        } catch (Throwable failed) {
            CALLS.failed(failed);
        }
    }

    /** And is done with it. */
    public static void virtualThreadEnds() {
        Worker worker = WorkerTable.find(Thread.currentThread());
        if (worker.isInTask()) {
            taskEnds(worker);
            WorkerTable.remove(worker);
        }
    }

    /** The current thread, a virtual one, parks, and blocks its carrier with it. */
    public static void pinnedParkBegins() {
        try {
            Worker worker = WorkerTable.find(Thread.currentThread());
            if (worker.isInTask()) {
                worker.pinnedCallBegins();
            } else if (SeenCalls.SEEN.areWantedOfVirtualThreads(VirtualThreadCalls.PINNED) && CALLS.isOn()) {
                Worker added = addVirtualThread();
                added.begin(Worker.ONLY_PINNED);
                added.pinnedCallBegins();
            }
        } catch (Throwable failed) {
            CALLS.failed(failed);
        }
    }

    /** And goes on. */
    public static void pinnedParkEnds() {
        Worker worker = WorkerTable.find(Thread.currentThread());
        callEnds(worker);
        if (worker.task() == Worker.ONLY_PINNED) {
            worker.end();
            WorkerTable.remove(worker);
        }
    }

    private static Worker addVirtualThread() {
        Thread current = Thread.currentThread();
        Worker worker = Worker.ofVirtualThread(current);
        WorkerTable.add(current, worker);
        return worker;
    }

    /** A method that may block begins. */
    public static void callBegins(int kind) {
        Worker worker = WorkerTable.find(Thread.currentThread());
        if (worker.isInTask()) {
            worker.callBegins(kind);
        }
    }

    /** A method of a channel begins, which blocks only where the channel is in that mode. */
    public static void channelCallBegins(Object channel, int kind) {
        Worker worker = WorkerTable.find(Thread.currentThread());
        if (worker.isInTask()) {
            if (((SelectableChannel) channel).isBlocking()) {
                worker.callBegins(kind);
            } else {
                worker.harmlessCallBegins();
            }
        }
    }

    /** What has begun is the call of a mock. */
    public static void callIsMocked() {
        Worker worker = WorkerTable.find(Thread.currentThread());
        if (worker.isInTask()) {
            worker.callIsMocked();
        }
    }

    /** A method of a stream begins that reads a file, or the console. */
    public static void inputCallBegins(Object stream, int kind) {
        Worker worker = WorkerTable.find(Thread.currentThread());
        if (worker.isInTask()) {
            worker.callBegins(isConsole((FileInputStream) stream) ? CallKind.CONSOLE.number() : kind);
        }
    }

    /** One that is being made has no descriptor yet, and is that of a file. */
    private static boolean isConsole(FileInputStream stream) {
        try {
            return stream.getFD() == FileDescriptor.in;
        } catch (IOException none) {
            return false;
        }
    }

    /** A user calls a native method that blocks. */
    public static void siteBegins(int kind) {
        Worker worker = WorkerTable.find(Thread.currentThread());
        if (worker.isInTask()) {
            worker.siteBegins(kind);
        }
    }

    /** What has begun ends. */
    public static void callEnds() {
        callEnds(WorkerTable.find(Thread.currentThread()));
    }

    private static void callEnds(Worker worker) {
        if (worker.isInTask()) {
            long nanos = worker.callEnds();
            if (nanos >= 0) {
                ended(worker, nanos);
            }
        }
    }

    /** Code outside the JDK catches something, which a native method may have thrown. */
    public static void siteThrows() {
        Worker worker = WorkerTable.find(Thread.currentThread());
        if (worker.isInTask()) {
            long nanos = worker.siteThrows();
            if (nanos >= 0) {
                ended(worker, nanos);
            }
        }
    }

    private static void ended(Worker worker, long nanos) {
        CallKind kind = worker.kind();
        boolean brief = nanos < SeenCalls.SEEN.leastWait();
        if ((kind.isWait() && brief) || !SeenCalls.SEEN.areWanted() || !of(kind).isOn()) {
            return;
        }
        if (brief && !worker.takeLook(System.nanoTime())) {
            if (worker.passBy()) {
                tellPassedBy(worker);
            }
            return;
        }
        worker.looks();
        try {
            SeenCalls.SEEN.add(new SeenCall(nanos, worker));
            worker.tellPassedBy();
        } catch (Throwable failed) {
            CALLS.failed(failed);
        } finally {
            worker.hasLooked();
        }
    }
}
