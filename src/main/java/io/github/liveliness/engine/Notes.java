package io.github.liveliness.engine;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** What of blocking calls is not seen in this JVM. May be called from any thread. */
final class Notes {
    private final Set<String> known = ConcurrentHashMap.newKeySet();
    private final Set<String> told = ConcurrentHashMap.newKeySet();
    private final List<String> limits;
    private final Consumer<String> console;

    /**
     * None so far.
     *
     * @param limits takes what is told: reports of stalls say it, too
     */
    Notes(List<String> limits, Consumer<String> console) {
        this.limits = limits;
        this.console = console;
    }

    /** For who did not ask: it is known, and not said. */
    void keep(String note) {
        known.add(note);
    }

    /** Says it once. */
    void tell(String note) {
        keep(note);
        if (told.add(note)) {
            limits.add(note);
            console.accept(note);
        }
    }

    boolean areNone() {
        return known.isEmpty();
    }
}
