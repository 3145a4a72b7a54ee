package io.github.liveliness.agent.boot;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * The calls that blocked inside tasks, until somebody takes them; while nobody wants any, none are kept.
 *
 * <p>Lock-free. What finds no room is only counted.
 */
public final class SeenCalls {

    /** All that were seen in this JVM. */
    public static final SeenCalls SEEN = new SeenCalls();

    /** From how long on a wait counts, where nobody says otherwise. */
    public static final long LEAST_WAIT = 1_000_000;

    private static final int CAPACITY = 4096;

    private final AtomicReferenceArray<SeenCall> slots = new AtomicReferenceArray<>(CAPACITY);
    private final AtomicLong next = new AtomicLong();
    private final AtomicLong passedBy = new AtomicLong();
    private volatile long taken;
    private volatile long leastWait = LEAST_WAIT;
    private volatile int wanted;

    SeenCalls() {}

    /** From now on calls are kept. */
    public synchronized void want() {
        wanted++;
    }

    /** Ends one {@link #want}. */
    public synchronized void leave() {
        wanted--;
    }

    boolean areWanted() {
        return wanted > 0;
    }

    /** From how long on a wait counts, in nanoseconds. */
    public long leastWait() {
        return leastWait;
    }

    /** Sets from how long on a wait counts, in nanoseconds. */
    public void leastWait(long nanos) {
        leastWait = nanos;
    }

    void add(SeenCall call) {
        long place = next.get();
        while (place - taken < CAPACITY) {
            if (next.compareAndSet(place, place + 1)) {
                slots.set((int) (place % CAPACITY), call);
                return;
            }
            place = next.get();
        }
        passBy();
    }

    void passBy() {
        passedBy.incrementAndGet();
    }

    /** Hands out what has come since it was last asked. Called by one thread at a time. */
    public List<SeenCall> take() {
        List<SeenCall> calls = new ArrayList<>();
        long end = next.get();
        for (long place = taken; place < end; place++) {
            SeenCall call = slots.getAndSet((int) (place % CAPACITY), null);
            if (call == null) {
                // Its place is taken, and it is not there yet.
                break;
            }
            calls.add(call);
            taken = place + 1;
        }
        return calls;
    }

    /** How many were only counted since this was last asked: they came too fast to be looked at. */
    public long takePassedBy() {
        return passedBy.getAndSet(0);
    }
}
