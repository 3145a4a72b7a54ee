package io.github.liveliness.engine;

import io.github.liveliness.model.ScopeId;
import java.util.concurrent.atomic.AtomicLong;
import org.apiguardian.api.API;

/**
 * Whose executors and stalls are meant: a test, or the class around it.
 *
 * @param id names it within the JVM
 * @param parent the scope around it; {@link ScopeId#RUN} for a class
 * @param testClass the simple name of the test class
 * @param test what people call the test, its class included
 */
@API(status = API.Status.INTERNAL)
public record Scope(ScopeId id, ScopeId parent, String testClass, String test) {
    private static final AtomicLong LAST = new AtomicLong(ScopeId.RUN.number());

    /** A new scope for a test class. */
    public static Scope ofClass(String testClass) {
        return new Scope(next(), ScopeId.RUN, testClass, testClass);
    }

    /** A new scope for a test in this class. */
    public Scope test(String name) {
        return new Scope(next(), id, testClass, testClass + "." + name);
    }

    private static ScopeId next() {
        return new ScopeId(LAST.incrementAndGet());
    }
}
