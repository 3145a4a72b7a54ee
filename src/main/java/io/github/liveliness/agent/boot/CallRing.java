package io.github.liveliness.agent.boot;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;

/** The calls of one scope, until somebody takes them. Lock-free; what finds no room is only counted. */
final class CallRing {

    private static final int CAPACITY = 4096;

    private final long leastWait;
    private final VirtualThreadCalls ofVirtualThreads;
    private final AtomicReferenceArray<SeenCall> slots = new AtomicReferenceArray<>(CAPACITY);
    private final AtomicLong next = new AtomicLong();
    private final AtomicLong passedBy = new AtomicLong();
    private volatile long taken;

    /**
     * An empty one.
     *
     * @param leastWait from how long on a wait counts there, in nanoseconds
     * @param ofVirtualThreads which calls of virtual threads count there
     */
    CallRing(long leastWait, VirtualThreadCalls ofVirtualThreads) {
        this.leastWait = leastWait;
        this.ofVirtualThreads = ofVirtualThreads;
    }

    long leastWait() {
        return leastWait;
    }

    VirtualThreadCalls ofVirtualThreads() {
        return ofVirtualThreads;
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
        passBy(1);
    }

    void passBy(long calls) {
        passedBy.addAndGet(calls);
    }

    /** Called by one thread at a time. */
    List<SeenCall> take() {
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

    long passedBy() {
        return passedBy.get();
    }
}
