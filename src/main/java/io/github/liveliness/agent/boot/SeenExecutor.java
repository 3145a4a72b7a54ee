package io.github.liveliness.agent.boot;

import java.lang.ref.WeakReference;
import java.util.concurrent.atomic.AtomicReferenceFieldUpdater;

/**
 * An executor that was seen, held weakly: {@link #get()} returns null once it is gone.
 *
 * <p>Submissions are recorded under a budget that {@link #refill()} restores, so that whoever submits without pause pays
 * next to nothing. Workers draw on a budget of their own: theirs are the submissions that a stall is made of, and a test
 * thread that floods the pool must not use it up.
 */
public final class SeenExecutor extends WeakReference<Object> {

    /** How many submissions are recorded between two refills, from workers and from others alike. */
    public static final int CAPTURES = 64;

    /** After how many refills an executor is recorded again that used all of them up. */
    public static final int REFILLS_OF_A_FLOOD = 4;

    /** An executor that nobody has seen. */
    public static final SeenExecutor NONE = new SeenExecutor(null, false);

    private static final AtomicReferenceFieldUpdater<SeenExecutor, SubmissionRing> SUBMISSIONS =
            AtomicReferenceFieldUpdater.newUpdater(SeenExecutor.class, SubmissionRing.class, "submissions");

    private final int hash;
    private long number;
    private final boolean made;
    private final long scope;
    private final String maker;
    private final WeakReference<Thread> makerThread;
    private final CaptureBudget captures = new CaptureBudget();
    private final CaptureBudget workerCaptures = new CaptureBudget();
    private volatile SubmissionRing submissions = SubmissionRing.EMPTY;
    private volatile boolean internal;

    SeenExecutor(Object executor, boolean made) {
        super(executor);
        this.hash = System.identityHashCode(executor);
        this.made = made;
        this.scope = made ? scopeOfMaker() : ScopeMark.RUN;
        this.maker = made ? Thread.currentThread().getName() : "";
        this.makerThread = new WeakReference<>(made ? Thread.currentThread() : null);
    }

    /** Unique within the JVM, in the order in which executors were seen; 0 for {@link #NONE}. */
    public long number() {
        return number;
    }

    /** Whether its constructor was seen; if not, its maker is unknown and its scope is the run. */
    public boolean wasMadeInSight() {
        return made;
    }

    /**
     * The scope that the maker worked for; the run for what a static initialiser makes, since it outlives whoever happens
     * to come first.
     */
    public long scope() {
        return scope;
    }

    /** The name of the thread that made it, empty if unknown. */
    public String maker() {
        return maker;
    }

    /** The thread that made it; an empty reference if unknown or gone. */
    public WeakReference<Thread> makerThread() {
        return makerThread;
    }

    /** The recorded submissions. */
    public SubmissionRing submissions() {
        return submissions;
    }

    /**
     * Allows another {@value #CAPTURES} submissions to be recorded, where all were used up the
     * {@value #REFILLS_OF_A_FLOOD}th time only, and forgets those whose task is gone.
     */
    public void refill() {
        if (submissions != SubmissionRing.EMPTY) {
            captures.refill();
            workerCaptures.refill();
            submissions.forgetGone();
        }
    }

    /** Where they came from may hold classes, and the loaders of these. */
    void forgetSubmissions() {
        submissions = SubmissionRing.EMPTY;
    }

    /** Called before it is shown to others. */
    void number(long unique) {
        number = unique;
    }

    void record(Object task) {
        if (submissions == SubmissionRing.EMPTY) {
            begin();
        }
        if (!internal && !submissions.endsWith(task)) {
            submissions.add(new SeenSubmission(task));
        }
    }

    /** Only now, and not when it is made, can be asked what it is. */
    private void begin() {
        Object executor = get();
        if (executor != null && VirtualThreadSchedulers.include(executor)) {
            internal = true;
            captures.close();
            workerCaptures.close();
        } else {
            SUBMISSIONS.compareAndSet(this, SubmissionRing.EMPTY, new SubmissionRing());
        }
    }

    boolean takeCapture() {
        return captures.take() || (workerCaptures.isLeft() && HookedThread.isWorker() && workerCaptures.take());
    }

    /** Whether it serves the JVM itself: it is not shown, and its tasks are not recorded. */
    boolean isInternal() {
        return internal;
    }

    /** Whether the executor is no more. */
    public boolean isGone() {
        return refersTo(null);
    }

    boolean is(Object executor, int itsHash) {
        return hash == itsHash && refersTo(executor);
    }

    int hash() {
        return hash;
    }

    private static long scopeOfMaker() {
        long scope = ScopeMark.current();
        return scope == ScopeMark.RUN || CallSite.isInStaticInitializer() ? ScopeMark.RUN : scope;
    }
}
