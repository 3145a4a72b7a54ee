package io.github.liveliness.agent;

import io.github.liveliness.agent.boot.ExecutorTable;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.concurrent.Executor;

/**
 * Keeps the hooks away from the executors that run virtual threads.
 *
 * <p>They are called while a thread changes between virtual and carrier, where even a lock would be too much.
 */
final class VirtualThreadSchedulers {

    private static final int FIRST_JDK = 21;

    private VirtualThreadSchedulers() {}

    static void ignore() throws ReflectiveOperationException {
        if (Runtime.version().feature() >= FIRST_JDK) {
            for (Field field : Class.forName("java.lang.VirtualThread").getDeclaredFields()) {
                if (Modifier.isStatic(field.getModifiers())) {
                    ignore(field);
                }
            }
        }
    }

    /** Their names change from one JDK to the next, what they are does not. */
    private static void ignore(Field field) throws IllegalAccessException {
        if (Executor.class.isAssignableFrom(field.getType())) {
            field.setAccessible(true);
            ExecutorTable.SEEN.addIgnored(field.get(null));
        } else if (Executor[].class.isAssignableFrom(field.getType())) {
            field.setAccessible(true);
            for (Object executor : (Object[]) field.get(null)) {
                ExecutorTable.SEEN.addIgnored(executor);
            }
        }
    }
}
