package io.github.liveliness.agent.boot;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

/**
 * Every executor seen and still alive, by identity.
 *
 * <p>Open addressing with linear probing: reading takes no lock and calls no code of the executor. Entries hold their
 * executor weakly; dead ones are dropped when the table is next rebuilt.
 */
public final class ExecutorTable {

    /** The table that the hooks fill. */
    public static final ExecutorTable SEEN = new ExecutorTable();

    private static final int SMALLEST = 64;

    private volatile AtomicReferenceArray<SeenExecutor> slots = new AtomicReferenceArray<>(SMALLEST);
    private final UsedNumbers used = new UsedNumbers();
    private volatile long newest;
    private int filled;

    /** Returns what is known of this executor, or {@link SeenExecutor#NONE}. */
    public SeenExecutor find(Object executor) {
        AtomicReferenceArray<SeenExecutor> current = slots;
        int hash = System.identityHashCode(executor);
        int last = current.length() - 1;
        for (int slot = hash & last; ; slot = (slot + 1) & last) {
            SeenExecutor seen = current.getAcquire(slot);
            if (seen == null) {
                return SeenExecutor.NONE;
            }
            if (seen.is(executor, hash)) {
                return seen;
            }
        }
    }

    /** Adds, unless it is there, an executor that the current thread is just making. */
    public SeenExecutor addMade(Object executor) {
        return add(executor, true);
    }

    /** Adds, unless it is there, an executor whose making nobody saw. */
    public SeenExecutor addFound(Object executor) {
        return add(executor, false);
    }

    /** The highest number given so far; whoever has a lower one is in the table, or is gone. */
    public long newest() {
        return newest;
    }

    /**
     * Shows the numbers of those to which tasks were submitted since this was last called, as far as submissions are
     * recorded; now and then that of another.
     */
    public void forEachUsed(LongConsumer action) {
        used.take(newest, action);
    }

    void used(SeenExecutor seen) {
        used.add(seen.number());
    }

    /** Shows what is known of every live executor, in no order. */
    public void forEach(Consumer<SeenExecutor> action) {
        AtomicReferenceArray<SeenExecutor> current = slots;
        int dead = 0;
        int live = 0;
        for (int slot = 0; slot < current.length(); slot++) {
            SeenExecutor seen = current.getAcquire(slot);
            if (seen == null) {
                continue;
            }
            // To get the executor would keep it alive for as long as a collection runs beside us.
            if (seen.isGone()) {
                seen.forgetSubmissions();
                dead++;
                continue;
            }
            live++;
            if (!seen.isInternal()) {
                action.accept(seen);
            }
        }
        if (dead > live / 4) {
            rebuild();
        }
    }

    private SeenExecutor add(Object executor, boolean made) {
        SeenExecutor known = find(executor);
        return known == SeenExecutor.NONE ? keep(executor, new SeenExecutor(executor, made)) : known;
    }

    private synchronized SeenExecutor keep(Object executor, SeenExecutor seen) {
        SeenExecutor known = find(executor);
        if (known != SeenExecutor.NONE) {
            return known;
        }
        if (filled >= slots.length() / 2) {
            rebuild();
        }
        seen.number(newest + 1);
        place(slots, seen);
        newest = seen.number();
        filled++;
        return seen;
    }

    /** Readers of the old table still find what was in it; who misses a newer entry looks again under the lock. */
    private synchronized void rebuild() {
        AtomicReferenceArray<SeenExecutor> old = slots;
        List<SeenExecutor> live = new ArrayList<>();
        for (int slot = 0; slot < old.length(); slot++) {
            SeenExecutor seen = old.getPlain(slot);
            if (seen != null && seen.isGone()) {
                // A worker that outlives it still holds what is known of it.
                seen.forgetSubmissions();
            } else if (seen != null) {
                live.add(seen);
            }
        }
        int quarterFullAtMost = Integer.highestOneBit(live.size() + 1) * 8;
        AtomicReferenceArray<SeenExecutor> fresh = new AtomicReferenceArray<>(Math.max(SMALLEST, quarterFullAtMost));
        for (SeenExecutor seen : live) {
            place(fresh, seen);
        }
        filled = live.size();
        slots = fresh;
    }

    private static void place(AtomicReferenceArray<SeenExecutor> table, SeenExecutor seen) {
        int last = table.length() - 1;
        int slot = seen.hash() & last;
        while (table.getPlain(slot) != null) {
            slot = (slot + 1) & last;
        }
        table.setRelease(slot, seen);
    }
}
