package io.github.liveliness.watch;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Tells whether a queued task holds an object, by following the fields of what it captured.
 *
 * <p>One instance serves one snapshot, and looks at so many objects in all: a long queue must not hold up the watcher.
 * Holding is a hint, not a proof: whoever holds a latch may count it down, and may as well not.
 */
final class References {
    private static final int MOST_OBJECTS = 2_000;
    private static final int MOST_OBJECTS_IN_ALL = 200_000;
    private static final int DEEPEST = 8;

    private final Predicate<Object> beyond;

    private int left = MOST_OBJECTS_IN_ALL;

    private record Step(Object object, int depth) {}

    private References(Predicate<Object> beyond) {
        this.beyond = beyond;
    }

    /** Follows everything that tells something. */
    static References all() {
        return new References(object -> !HeldObjects.leadsNowhere(object));
    }

    /** Looks at objects of this type, and not beyond them. */
    static References upTo(Class<?> type) {
        return new References(object -> !HeldObjects.leadsNowhere(object) && !type.isInstance(object));
    }

    /** Whether something that satisfies {@code target} can be reached from {@code task}. */
    boolean reaches(Object task, Predicate<Object> target) {
        Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<Step> open = new ArrayDeque<>();
        seen.add(task);
        open.add(new Step(task, 0));
        while (!open.isEmpty() && left-- > 0) {
            Step step = open.remove();
            if (target.test(step.object)) {
                return true;
            }
            if (step.depth < DEEPEST && seen.size() < MOST_OBJECTS && beyond.test(step.object)) {
                for (Object next : HeldObjects.of(step.object, MOST_OBJECTS)) {
                    // Counted as they are found: a thousand arrays of a thousand objects would else be put aside in
                    // vain.
                    if (seen.size() < MOST_OBJECTS && seen.add(next)) {
                        open.add(new Step(next, step.depth + 1));
                    }
                }
            }
        }
        return false;
    }
}
