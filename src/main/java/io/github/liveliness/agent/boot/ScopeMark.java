package io.github.liveliness.agent.boot;

/**
 * Which test scope the current thread works for: a number that the engine gives out, {@link #RUN} where none does.
 *
 * <p>A thread inherits the scope of the thread that makes it.
 */
public final class ScopeMark {

    /** The scope of whatever belongs to no test. */
    public static final long RUN = 0;

    private static final InheritableThreadLocal<Long> CURRENT = new InheritableThreadLocal<>();

    private ScopeMark() {}

    /** Marks the current thread, and returns the scope to {@linkplain #restore restore} afterwards. */
    public static long enter(long scope) {
        long previous = current();
        restore(scope);
        return previous;
    }

    /** Marks the current thread with the scope that {@link #enter} returned. */
    public static void restore(long previous) {
        if (previous == RUN) {
            CURRENT.remove();
        } else {
            CURRENT.set(previous);
        }
    }

    /** The scope of the current thread. */
    public static long current() {
        Long scope = CURRENT.get();
        return scope == null ? RUN : scope;
    }
}
