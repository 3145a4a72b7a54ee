package io.github.liveliness.agent.boot;

import java.util.concurrent.atomic.AtomicLong;

/** Numbers that are given once in this JVM, and not once by each class loader's copy of ours. */
public final class Numbers {

    private static final AtomicLong LAST_SCOPE = new AtomicLong(ScopeMark.RUN);
    private static final AtomicLong LAST_REPORT = new AtomicLong();

    private Numbers() {}

    /** A test scope that nobody else has. */
    public static long nextScope() {
        return LAST_SCOPE.incrementAndGet();
    }

    /** What tells a report from all others of this JVM. */
    public static long nextReport() {
        return LAST_REPORT.incrementAndGet();
    }
}
