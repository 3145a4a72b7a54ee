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
        Set<Object> missing = identitySet();
        missing.addAll(wanted);
        Set<Object> found = identitySet();
        Set<Object> seen = identitySet();
        Deque<Object> open = new ArrayDeque<>(queues(executor));
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

    private static List<Object> queues(Object executor) {
        List<Object> queues = new ArrayList<>();
        Set<Object> seen = identitySet();
        Deque<Object> open = new ArrayDeque<>(HeldObjects.of(executor));
        while (!open.isEmpty() && seen.size() < MOST_OBJECTS) {
            Object object = open.remove();
            if (!seen.add(object)) {
                continue;
            }
            if (object instanceof Queue) {
                queues.add(object);
            } else if (!HeldObjects.leadsNowhere(object)) {
                open.addAll(HeldObjects.of(object));
            }
        }
        return queues;
    }

    private static Set<Object> identitySet() {
        return Collections.newSetFromMap(new IdentityHashMap<>());
    }
}
