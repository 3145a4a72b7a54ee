package io.github.liveliness.agent.boot;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * The latest endings that may explain why nobody is left to wake somebody; the oldest make room. Lock-free.
 *
 * <p>What is kept softly is seen by users who watch what the garbage collector takes, so nothing is kept unless somebody
 * {@linkplain #keep() asks for it}.
 */
public final class Endings {

    /** How many endings are kept. */
    public static final int CAPACITY = 64;

    /** The endings that the hooks see. */
    public static final Endings SEEN = new Endings();

    private final AtomicReferenceArray<Ending> slots = new AtomicReferenceArray<>(CAPACITY);
    private final AtomicLong next = new AtomicLong(1);
    private final AtomicInteger keepers = new AtomicInteger();

    /** Keeps endings from now on, until {@link #forget()} is called as often as this. */
    public void keep() {
        keepers.incrementAndGet();
    }

    /** Forgets all that was kept, unless somebody else wants it. */
    public void forget() {
        if (keepers.decrementAndGet() == 0) {
            for (int slot = 0; slot < CAPACITY; slot++) {
                slots.set(slot, null);
            }
        }
    }

    /** Returns the ending of this number, or null if it is not kept. */
    public Ending find(long number) {
        Ending ending = slots.get(slot(number));
        return ending != null && ending.number() == number ? ending : null;
    }

    boolean areKept() {
        return keepers.get() > 0;
    }

    void addFailed(Ending.Kind kind, Throwable thrown, Object... held) {
        long number = next.getAndIncrement();
        slots.set(slot(number), Ending.failed(number, kind, held, thrown));
    }

    void addRejected(Object task, String how) {
        long number = next.getAndIncrement();
        slots.set(slot(number), Ending.rejected(number, task, how));
    }

    private static int slot(long number) {
        return (int) (number % CAPACITY);
    }
}
