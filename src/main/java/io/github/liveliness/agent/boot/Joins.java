package io.github.liveliness.agent.boot;

import java.lang.ref.WeakReference;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The completable future for which each guarded thread waited last: nothing of the JDK leads from a thread in {@code join()} to
 * its future, and only by the future can such a wait be ended.
 */
public final class Joins {

    private static final WeakReference<CompletableFuture<?>> NOTHING = new WeakReference<>(null);
    private static final Map<Thread, WeakReference<CompletableFuture<?>>> GUARDED = new ConcurrentHashMap<>();

    private Joins() {}

    /** From now on what this thread waits for is kept; returns false if it was before. */
    public static boolean guard(Thread thread) {
        return GUARDED.putIfAbsent(thread, NOTHING) == null;
    }

    /** Ends {@link #guard}. */
    public static void release(Thread thread) {
        GUARDED.remove(thread);
    }

    /** What a guarded thread waits for, or has waited for. */
    public static Optional<CompletableFuture<?>> of(Thread thread) {
        return Optional.ofNullable(GUARDED.getOrDefault(thread, NOTHING).get());
    }

    /** Other threads than guarded ones allocate nothing here. */
    static void record(Thread thread, CompletableFuture<?> future) {
        if (GUARDED.containsKey(thread)) {
            GUARDED.replace(thread, new WeakReference<>(future));
        }
    }
}
