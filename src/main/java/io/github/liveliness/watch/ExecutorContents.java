package io.github.liveliness.watch;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Finds out which tasks lie queued in an executor whose queue is nobody's but its own.
 *
 * <p>Only what lies in a {@link Queue} is queued: an executor may keep those that run in a field or a set. The queue is
 * read field by field, and none of its methods is called.
 */
final class ExecutorContents {
    private static final int MOST_OBJECTS = 10_000;

    private ExecutorContents() {}

    /** Those of {@code wanted}, compared by identity, that lie queued; a huge executor is not searched to its end. */
    static Set<Object> among(Object executor, Collection<?> wanted) {
        List<Object> queues = new ArrayList<>();
        walk(HeldObjects.of(executor), object -> object instanceof Queue && queues.add(object));
        Set<Object> missing = identitySet();
        missing.addAll(wanted);
        Set<Object> found = identitySet();
        walk(queues, object -> missing.isEmpty() || (missing.remove(object) && found.add(object)));
        return found;
    }

    /** Meets everything that can be reached, and looks at nothing beyond what {@code isEnd} accepts. */
    private static void walk(Collection<Object> start, Predicate<Object> isEnd) {
        Set<Object> seen = identitySet();
        Deque<Object> open = new ArrayDeque<>(start);
        while (!open.isEmpty() && seen.size() < MOST_OBJECTS) {
            Object object = open.remove();
            if (seen.add(object) && !isEnd.test(object) && !HeldObjects.leadsNowhere(object)) {
                open.addAll(HeldObjects.of(object));
            }
        }
    }

    private static Set<Object> identitySet() {
        return Collections.newSetFromMap(new IdentityHashMap<>());
    }
}
