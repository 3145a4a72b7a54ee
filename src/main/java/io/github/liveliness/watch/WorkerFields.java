package io.github.liveliness.watch;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.LinkedList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CopyOnWriteArraySet;
import org.jspecify.annotations.Nullable;

/**
 * The fields in which an executor class outside the JDK keeps its threads: each a thread, or an array or a collection of
 * threads.
 */
final class WorkerFields {
    /** Collections of the JDK that can be copied without taking a lock, or calling anything of the user's. */
    private static final Set<Class<?>> COPYABLE = Set.of(
            ArrayList.class,
            LinkedList.class,
            ArrayDeque.class,
            HashSet.class,
            LinkedHashSet.class,
            CopyOnWriteArrayList.class,
            CopyOnWriteArraySet.class,
            ConcurrentLinkedQueue.class,
            ConcurrentLinkedDeque.class,
            ConcurrentHashMap.KeySetView.class,
            Arrays.asList().getClass(),
            List.of().getClass(),
            List.of(1).getClass());

    private static final ClassValue<WorkerFields> OF_TYPE = new ClassValue<>() {
        @Override
        protected WorkerFields computeValue(Class<?> type) {
            return new WorkerFields(find(type));
        }
    };

    private final List<Field> fields;

    private WorkerFields(List<Field> fields) {
        this.fields = fields;
    }

    static WorkerFields of(Class<?> type) {
        return OF_TYPE.get(type);
    }

    /** Whether executors of this class keep no threads, as those that run tasks at once or hand them on. */
    boolean areNone() {
        return fields.isEmpty();
    }

    /** The live threads that an executor keeps now. */
    List<Thread> threads(Object executor) {
        Set<Thread> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        List<Thread> threads = new ArrayList<>();
        for (Field field : fields) {
            for (Object value : values(field, executor)) {
                if (value instanceof Thread thread && thread.isAlive() && seen.add(thread)) {
                    threads.add(thread);
                }
            }
        }
        return threads;
    }

    private static List<Field> find(Class<?> type) {
        List<Field> found = new ArrayList<>();
        for (Class<?> declaring = type; isUsers(declaring); declaring = declaring.getSuperclass()) {
            for (Field field : HeldObjects.declaredFields(declaring)) {
                if (!Modifier.isStatic(field.getModifiers()) && holdsThreads(field) && HeldObjects.open(field)) {
                    found.add(field);
                }
            }
        }
        return List.copyOf(found);
    }

    private static boolean isUsers(@Nullable Class<?> type) {
        ClassLoader loader = type == null ? null : type.getClassLoader();
        return loader != null && loader != ClassLoader.getPlatformClassLoader();
    }

    private static boolean holdsThreads(Field field) {
        Class<?> type = field.getType();
        return isThread(type)
                || (type.isArray() && isThread(type.getComponentType()))
                || (Collection.class.isAssignableFrom(type) && isThread(elementOf(field)));
    }

    private static Type elementOf(Field field) {
        try {
            return field.getGenericType() instanceof ParameterizedType known
                    ? known.getActualTypeArguments()[0]
                    : Object.class;
        } catch (RuntimeException | LinkageError incomplete) {
            return Object.class;
        }
    }

    private static boolean isThread(Type type) {
        return type instanceof Class<?> known && Thread.class.isAssignableFrom(known);
    }

    private static Object[] values(Field field, Object executor) {
        try {
            Object value = field.get(executor);
            if (value instanceof Object[] array) {
                return array;
            }
            if (value instanceof Collection<?> threads) {
                return COPYABLE.contains(threads.getClass()) ? copy(threads) : new Object[0];
            }
            return value == null ? new Object[0] : new Object[] {value};
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(field + " was opened and is closed again", e);
        }
    }

    private static Object[] copy(Collection<?> unlocked) {
        try {
            return unlocked.toArray();
        } catch (RuntimeException torn) {
            throw new TornReadException("the threads changed while they were read");
        }
    }
}
