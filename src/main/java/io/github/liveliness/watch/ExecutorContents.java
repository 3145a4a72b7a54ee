package io.github.liveliness.watch;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Set;

/**
 * Finds out which tasks lie in an executor whose queue is nobody's but its own.
 *
 * <p>What a field of the executor itself holds is taken for the task it runs; what lies deeper, for queued.
 */
final class ExecutorContents {
    private static final int MOST_OBJECTS = 10_000;

    private ExecutorContents() {}

    /** Those of {@code wanted}, compared by identity, that lie in the executor; a huge one is not searched to its end. */
    static Set<Object> among(Object executor, Collection<?> wanted) {
        Set<Object> missing = identitySet();
        missing.addAll(wanted);
        Set<Object> found = identitySet();
        Set<Object> seen = identitySet();
        Deque<Object> open = new ArrayDeque<>();
        for (Object field : HeldObjects.of(executor)) {
            if (!missing.contains(field)) {
                open.add(field);
            }
        }
        while (!open.isEmpty() && !missing.isEmpty() && seen.size() < MOST_OBJECTS) {
            Object object = open.remove();
            if (!seen.add(object)) {
                continue;
            }
            if (missing.remove(object)) {
                found.add(object);
            } else if (!HeldObjects.leadsNowhere(object)) {
                open.addAll(HeldObjects.of(object));
            }
        }
        return found;
    }

    private static Set<Object> identitySet() {
        return Collections.newSetFromMap(new IdentityHashMap<>());
    }
}
