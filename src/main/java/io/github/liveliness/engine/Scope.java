package io.github.liveliness.engine;

import io.github.liveliness.model.ScopeId;
import io.github.liveliness.watch.Hooked;
import java.util.List;
import org.apiguardian.api.API;

/**
 * Whose executors and stalls are meant: a test, or the lifecycle methods of a class.
 *
 * @param id names it within the JVM
 * @param test what people call the test, its class included; for a class its simple name
 * @param exploring how it is explored, or why it cannot be, as reports end; empty where nobody could do anything about it
 */
@API(status = API.Status.INTERNAL)
public record Scope(ScopeId id, String test, List<String> exploring) {
    /** Nobody's. */
    static final Scope RUN = new Scope(ScopeId.RUN, "the run", List.of());

    public Scope {
        exploring = List.copyOf(exploring);
    }

    /** A new scope for a test, or for a test class. */
    public static Scope of(String test, List<String> exploring) {
        return new Scope(Hooked.newScope(), test, exploring);
    }
}
