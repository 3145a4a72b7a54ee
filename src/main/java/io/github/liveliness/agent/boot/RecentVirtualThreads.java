package io.github.liveliness.agent.boot;

import java.util.concurrent.atomic.AtomicLongArray;

/** For whom the latest virtual threads work, by their identifiers: the flight recorder knows nothing else of them. */
public final class RecentVirtualThreads {

    private static final int CAPACITY = 1 << 13;
    private static final AtomicLongArray IDENTIFIERS = new AtomicLongArray(CAPACITY);
    private static final AtomicLongArray SCOPES = new AtomicLongArray(CAPACITY);

    private RecentVirtualThreads() {}

    static void add(long identifier, long scope) {
        int place = (int) identifier & CAPACITY - 1;
        IDENTIFIERS.set(place, 0);
        SCOPES.set(place, scope);
        IDENTIFIERS.set(place, identifier);
    }

    /** The scope of the thread of this identifier, {@link ScopeMark#RUN} if another has taken its place since. */
    public static long scopeOf(long identifier) {
        int place = (int) identifier & CAPACITY - 1;
        long scope = SCOPES.get(place);
        return IDENTIFIERS.get(place) == identifier ? scope : ScopeMark.RUN;
    }
}
