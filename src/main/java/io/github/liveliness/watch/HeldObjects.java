package io.github.liveliness.watch;

import java.lang.reflect.Field;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;

/** The objects that an object holds, in its fields or as an array. No method of the user's is called. */
final class HeldObjects {
    private static final ClassValue<List<Field>> READABLE_FIELDS = new ClassValue<>() {
        @Override
        protected List<Field> computeValue(Class<?> type) {
            return readableFields(type);
        }
    };

    private HeldObjects() {}

    /** What lies one step away from an object, as far as its module lets us look. */
    static List<Object> of(Object holder) {
        return of(holder, Integer.MAX_VALUE);
    }

    /** The same, of an array so many objects at most. */
    static List<Object> of(Object holder, int most) {
        List<Object> held = new ArrayList<>();
        if (holder instanceof Object[] array) {
            for (int i = 0; i < array.length && held.size() < most; i++) {
                if (array[i] != null) {
                    held.add(array[i]);
                }
            }
            return held;
        }
        for (Field field : READABLE_FIELDS.get(holder.getClass())) {
            add(field, holder, held);
        }
        return held;
    }

    private static void add(Field field, Object holder, List<Object> held) {
        try {
            Object value = field.get(holder);
            if (value != null) {
                held.add(value);
            }
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(field + " was opened and is closed again", e);
        }
    }

    /** The same, of the fields alone that classes below {@code parent} declare. */
    static List<Object> ofSubclass(Object holder, Class<?> parent) {
        List<Object> held = new ArrayList<>();
        for (Field field : READABLE_FIELDS.get(holder.getClass())) {
            if (field.getDeclaringClass() != parent && parent.isAssignableFrom(field.getDeclaringClass())) {
                add(field, holder, held);
            }
        }
        return held;
    }

    /** Whether an object leads everywhere, or nowhere, and so tells nothing about who holds it. */
    static boolean leadsNowhere(Object object) {
        return object instanceof Class
                || object instanceof ClassLoader
                || object instanceof Thread
                || object instanceof Executor
                || object instanceof String;
    }

    private static List<Field> readableFields(Class<?> type) {
        List<Field> readable = new ArrayList<>();
        for (Class<?> declaring = type; declaring != null; declaring = declaring.getSuperclass()) {
            for (Field field : declaredFields(declaring)) {
                if (!Modifier.isStatic(field.getModifiers()) && !field.getType().isPrimitive() && open(field)) {
                    readable.add(field);
                }
            }
        }
        return readable;
    }

    /** A class that was compiled against a library that is not here does not tell its fields. */
    static Field[] declaredFields(Class<?> declaring) {
        try {
            return declaring.getDeclaredFields();
        } catch (LinkageError incomplete) {
            return new Field[0];
        }
    }

    /** Whether the field's module lets us read it. */
    static boolean open(Field field) {
        try {
            field.setAccessible(true);
            return true;
        } catch (InaccessibleObjectException closedModule) {
            return false;
        }
    }
}
