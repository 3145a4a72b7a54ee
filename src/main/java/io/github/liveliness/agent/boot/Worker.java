package io.github.liveliness.agent.boot;

import java.lang.ref.WeakReference;
import java.util.concurrent.ForkJoinWorkerThread;

/**
 * A thread that works for a pool, or a virtual one: the task it runs, and the call that it is in.
 *
 * <p>Only the thread itself writes; whoever else reads may see what was a moment ago.
 */
public final class Worker {

    static final Worker NONE = new Worker();

    /** In the place of one whose thread is gone. */
    static final Worker GONE = new Worker();

    /** What runs tests as its tasks runs them for itself. */
    private static final String RUNS_TESTS = "org.junit.platform.engine.support.hierarchical.";

    /** The task of a virtual thread that is looked at only while it is pinned. */
    static final Object ONLY_PINNED = new Object();

    private static final int CALLS_IN_A_WINDOW = 32;
    private static final long WINDOW_NANOS = 25_000_000;
    private static final int MOST_UNTOLD = 256;
    private static final long NOT_IN_A_CALL = 0;

    private final WeakReference<Thread> thread;
    private final SeenExecutor executor;
    private final boolean counts;
    private final boolean forkJoin;
    private final boolean virtual;
    private final long ownScope;
    private Object task;
    private volatile TaskHistory history;
    private int innerTasks;
    private int depth;
    private boolean atSite;
    private long since;
    private int kind;
    private long windowEnd;
    private int callsLeft;
    private long passedBy;

    /** @param counts whether a call that blocks in one of its tasks keeps others waiting */
    Worker(Thread thread, SeenExecutor executor, boolean counts) {
        this(thread, executor, counts, executor.scope(), false);
    }

    private Worker(Thread thread, SeenExecutor executor, boolean counts, long ownScope, boolean virtual) {
        this.thread = new WeakReference<>(thread);
        this.executor = executor;
        this.counts = counts;
        this.ownScope = ownScope;
        this.forkJoin = thread instanceof ForkJoinWorkerThread;
        this.virtual = virtual;
    }

    private Worker() {
        this(null, SeenExecutor.NONE, false);
    }

    /** The current thread, which works for itself, and for whom the thread worked that made it. */
    static Worker ofVirtualThread(Thread current) {
        return new Worker(current, SeenExecutor.NONE, true, ScopeMark.current(), true);
    }

    boolean isOf(Thread other) {
        return thread.refersTo(other);
    }

    boolean isGone() {
        return thread.refersTo(null);
    }

    /** The thread, or null once it is gone. */
    public Thread thread() {
        TaskHistory kept = history;
        return kept == null ? thread.get() : kept.worker();
    }

    /** Whom it works for. */
    public SeenExecutor executor() {
        return executor;
    }

    /** Whether its pool starts another thread in its place where it waits with the pool's leave. */
    public boolean isOfForkJoinPool() {
        return forkJoin;
    }

    /** Whether it is a virtual thread, which works for nobody but itself. */
    public boolean isVirtual() {
        return virtual;
    }

    /** The task that it runs, or null; only where calls in it count. */
    public Object task() {
        return task;
    }

    /** Who submitted the task that it runs, {@link SeenSubmission#NONE} if that was not recorded. */
    public SeenSubmission submission() {
        Object running = task;
        return running == null ? SeenSubmission.NONE : executor.submissions().find(running);
    }

    /** For whom its task works, as far as that was seen; else whom its executor belongs to. */
    public long scope() {
        SeenSubmission submission = submission();
        return submission == SeenSubmission.NONE ? ownScope : submission.scope();
    }

    /** Whether a call that blocks in one of its tasks keeps others waiting. */
    public boolean counts() {
        return counts;
    }

    /** Whether it ran a task at that time, on the clock of {@link System#nanoTime()}; known only of what is recorded. */
    public boolean ranTaskAt(long nanoTime) {
        TaskHistory kept = history;
        return kept != null && kept.ranAt(nanoTime);
    }

    /** Who submitted the task that it ran at that time, {@link SeenSubmission#NONE} if that is not known. */
    public SeenSubmission submissionAt(long nanoTime) {
        TaskHistory kept = history;
        return kept == null ? SeenSubmission.NONE : kept.at(nanoTime);
    }

    /** For whom it worked at that time. */
    public long scopeAt(long nanoTime) {
        SeenSubmission submission = submissionAt(nanoTime);
        return submission == SeenSubmission.NONE ? ownScope : submission.scope();
    }

    /** Called once nobody records any more. */
    void forget() {
        history = null;
    }

    /** Since when it is in a call, on the clock of {@link System#nanoTime()}; 0 if it is in none. */
    public long since() {
        return since;
    }

    /** Whether it is in a call of a kind whose hooks can be relied on. */
    boolean isInCall() {
        return since != NOT_IN_A_CALL && BlockingHooks.of(kind()).isOn();
    }

    /** What the call that it is in blocks on. */
    public CallKind kind() {
        return CallKind.of(kind);
    }

    void begin(Object begun) {
        if (counts && !begun.getClass().getName().startsWith(RUNS_TESTS)) {
            innerTasks = 0;
            depth = 0;
            atSite = false;
            since = NOT_IN_A_CALL;
            passedBy = 0;
            task = begun;
            if (SeenCalls.SEEN.areRecorded()) {
                remember();
            }
        }
    }

    private void remember() {
        TaskHistory kept = history;
        if (kept == null) {
            kept = new TaskHistory(Thread.currentThread());
            history = kept;
        }
        kept.begins(System.nanoTime(), submission());
    }

    void end() {
        TaskHistory kept = history;
        if (kept != null && task != null) {
            kept.ends(System.nanoTime());
        }
        task = null;
        since = NOT_IN_A_CALL;
    }

    /** As if the last call had been of another kind; who reads it meanwhile still reads one that there is. */
    void forget(CallKind last) {
        kind = (last == CallKind.SLEEP ? CallKind.PARK : CallKind.SLEEP).number();
    }

    /** Whether a call of this kind was the last that began in its task, and is over. */
    boolean hasMade(CallKind last) {
        return kind == last.number() && since == NOT_IN_A_CALL && depth == 0;
    }

    /** What a task runs is part of it. */
    void innerTaskBegins() {
        innerTasks++;
    }

    /** Whether it was an inner one. */
    boolean innerTaskEnds() {
        return innerTasks-- > 0;
    }

    boolean isInTask() {
        return task != null;
    }

    /** Calls nest: the outermost counts, which is the one that people call. */
    void callBegins(int itsKind) {
        leaveSite();
        if (depth == 0) {
            kind = itsKind;
            since = System.nanoTime() | 1;
        }
        // Last: where the stack is full, what calls another method throws, and the end of this call is never told.
        depth++;
    }

    /** The call that it is in, or that begins now, blocks the carrier too. */
    void pinnedCallBegins() {
        callBegins(CallKind.PINNED.number());
        kind = CallKind.PINNED.number();
    }

    /** A call that blocks nobody; what it calls counts no more than itself. */
    void harmlessCallBegins() {
        leaveSite();
        depth++;
    }

    /** The call that has begun blocks nobody, unless it is part of another. */
    void callIsMocked() {
        if (depth == 1) {
            since = NOT_IN_A_CALL;
        }
    }

    /** As {@link #callBegins}, of a native method, whose end is not seen where it throws. */
    void siteBegins(int itsKind) {
        callBegins(itsKind);
        atSite = depth == 1;
    }

    /** How long the call took that ends now; a negative number where it is part of another, or counts for nothing. */
    long callEnds() {
        atSite = false;
        if (depth == 0 || --depth > 0 || since == NOT_IN_A_CALL) {
            return -1;
        }
        long nanos = System.nanoTime() - since;
        since = NOT_IN_A_CALL;
        return nanos;
    }

    /** As {@link #callEnds}, where code outside the JDK catches what a native method may have thrown. */
    long siteThrows() {
        return atSite ? callEnds() : -1;
    }

    /** Native methods call none of those that are hooked: that one begins tells that the native one has thrown. */
    private void leaveSite() {
        if (atSite) {
            atSite = false;
            depth = 0;
            since = NOT_IN_A_CALL;
        }
    }

    /** A call is not looked at, and only counted; whether it is time to tell of them, for a test may end before its task does. */
    boolean passBy() {
        return ++passedBy == MOST_UNTOLD;
    }

    /** Not for each of them: whose they are has to be searched for. */
    void tellPassedBy() {
        if (passedBy > 0) {
            SeenCalls.SEEN.passBy(SeenCall.scopeOf(submission()), passedBy);
            passedBy = 0;
        }
    }

    /** Whether a call that ends now is looked at: to look is to walk the stack, and some tasks do nothing but read. */
    boolean takeLook(long now) {
        if (now - windowEnd >= 0) {
            windowEnd = now + WINDOW_NANOS;
            callsLeft = CALLS_IN_A_WINDOW;
        }
        return callsLeft-- > 0;
    }

    /** What looking itself does is nobody's call. */
    void looks() {
        depth++;
    }

    void hasLooked() {
        depth--;
    }
}
