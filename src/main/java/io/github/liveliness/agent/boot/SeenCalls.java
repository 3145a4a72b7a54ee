package io.github.liveliness.agent.boot;

import java.util.List;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The calls that blocked inside tasks, by the scope that they happened in, so that of several copies of ours in a JVM each
 * takes its own. Of scopes that nobody has opened none are kept.
 */
public final class SeenCalls {

    /** All that were seen in this JVM. */
    public static final SeenCalls SEEN = new SeenCalls();

    /** From how long on a wait counts, where nobody says otherwise. */
    public static final long LEAST_WAIT = 1_000_000;

    private final ConcurrentHashMap<Long, CallRing> open = new ConcurrentHashMap<>();
    private volatile long leastWait = LEAST_WAIT;
    private volatile VirtualThreadCalls ofVirtualThreads = VirtualThreadCalls.NONE;
    private volatile boolean wanted;
    private volatile int recorded;

    private SeenCalls() {}

    /**
     * From now on calls of a scope are kept.
     *
     * @param nanos from how long on a wait counts
     * @param calls which calls of virtual threads count
     */
    public synchronized void open(long scope, long nanos, VirtualThreadCalls calls) {
        open.putIfAbsent(scope, new CallRing(nanos, calls));
        changed();
    }

    /** Ends {@link #open}. */
    public synchronized void close(long scope) {
        open.remove(scope);
        changed();
    }

    /** The hooks know but one filter, which lets through what anybody wants. */
    private void changed() {
        long least = Long.MAX_VALUE;
        VirtualThreadCalls most = VirtualThreadCalls.NONE;
        for (CallRing ring : open.values()) {
            least = Math.min(least, ring.leastWait());
            most = most.include(ring.ofVirtualThreads()) ? most : ring.ofVirtualThreads();
        }
        leastWait = open.isEmpty() ? LEAST_WAIT : least;
        ofVirtualThreads = most;
        wanted = !open.isEmpty();
    }

    boolean areWanted() {
        return wanted;
    }

    /** From now on it is remembered which tasks ran when, for what others record of them. */
    public synchronized void record() {
        recorded++;
    }

    /** Ends one {@link #record}. */
    public synchronized void stopRecording() {
        recorded--;
        if (recorded == 0) {
            for (Worker worker : WorkerTable.all()) {
                worker.forget();
            }
        }
    }

    boolean areRecorded() {
        return recorded > 0;
    }

    /** From how long on a wait counts, in nanoseconds. */
    long leastWait() {
        return leastWait;
    }

    boolean areWantedOfVirtualThreads(VirtualThreadCalls calls) {
        return areWanted() && ofVirtualThreads.include(calls);
    }

    void add(SeenCall call) {
        CallRing ring = open.get(call.scope());
        if (ring != null) {
            ring.add(call);
        }
    }

    /** Counts calls of a scope that were not looked at. */
    void passBy(long scope, long calls) {
        CallRing ring = open.get(scope);
        if (ring != null) {
            ring.passBy(calls);
        }
    }

    /** Hands out what has come for a scope since it was last asked. Called by one thread at a time. */
    public List<SeenCall> take(long scope) {
        CallRing ring = open.get(scope);
        return ring == null ? List.of() : ring.take();
    }

    /** How many calls of a scope were only counted: they came too fast to be looked at. */
    public long passedBy(long scope) {
        CallRing ring = open.get(scope);
        return ring == null ? 0 : ring.passedBy();
    }
}
