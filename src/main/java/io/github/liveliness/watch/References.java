package io.github.liveliness.watch;

import java.lang.reflect.Field;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;

/**
 * Tells whether a queued task holds an object, by following the fields of what it captured.
 *
 * <p>One instance serves one snapshot, and looks at so many objects in all: a long queue must not hold up the watcher.
 * Holding is a hint, not a proof: whoever holds a latch may count it down, and may as well not. Fields are read, and
 * no method of the user's is called.
 */
final class References {
    private static final int MOST_OBJECTS = 2_000;
    private static final int MOST_OBJECTS_IN_ALL = 200_000;
    private static final int DEEPEST = 8;

    private static final ClassValue<List<Field>> READABLE_FIELDS = new ClassValue<>() {
        @Override
        protected List<Field> computeValue(Class<?> type) {
            return readableFields(type);
        }
    };

    private int left = MOST_OBJECTS_IN_ALL;

    private record Step(Object object, int depth) {}

    /** Whether one of {@code targets}, compared by identity, can be reached from {@code task}. */
    boolean reaches(Object task, List<Object> targets) {
        Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<Step> open = new ArrayDeque<>();
        open.add(new Step(task, 0));
        while (!open.isEmpty() && seen.size() < MOST_OBJECTS && left-- > 0) {
            Step step = open.remove();
            if (targets.stream().anyMatch(target -> target == step.object)) {
                return true;
            }
            if (seen.add(step.object) && step.depth < DEEPEST && !isOpaque(step.object)) {
                for (Object next : held(step.object)) {
                    open.add(new Step(next, step.depth + 1));
                }
            }
        }
        return false;
    }

    /** What leads everywhere, or nowhere, tells nothing about one task. */
    private static boolean isOpaque(Object object) {
        return object instanceof Class
                || object instanceof ClassLoader
                || object instanceof Thread
                || object instanceof Executor
                || object instanceof String;
    }

    private static List<Object> held(Object object) {
        List<Object> held = new ArrayList<>();
        if (object instanceof Object[] array) {
            for (Object element : array) {
                if (element != null) {
                    held.add(element);
                }
            }
            return held;
        }
        for (Field field : READABLE_FIELDS.get(object.getClass())) {
            try {
                Object value = field.get(object);
                if (value != null) {
                    held.add(value);
                }
            } catch (IllegalAccessException e) {
                throw new IllegalStateException(field + " was opened and is closed again", e);
            }
        }
        return held;
    }

    private static List<Field> readableFields(Class<?> type) {
        List<Field> readable = new ArrayList<>();
        for (Class<?> declaring = type; declaring != null; declaring = declaring.getSuperclass()) {
            for (Field field : declaring.getDeclaredFields()) {
                if (!Modifier.isStatic(field.getModifiers()) && !field.getType().isPrimitive() && open(field)) {
                    readable.add(field);
                }
            }
        }
        return readable;
    }

    private static boolean open(Field field) {
        try {
            field.setAccessible(true);
            return true;
        } catch (InaccessibleObjectException closedModule) {
            return false;
        }
    }
}
