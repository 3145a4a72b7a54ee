package io.github.liveliness;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.commons.support.ReflectionSupport;

/** Finds executors in the fields of test classes, for where the java agent did not see them being made. */
final class ExecutorFields {
    private static final ClassValue<List<Field>> FIELDS = new ClassValue<>() {
        @Override
        protected List<Field> computeValue(Class<?> type) {
            return ReflectionSupport.findFields(
                    type, field -> Executor.class.isAssignableFrom(field.getType()), HierarchyTraversalMode.TOP_DOWN);
        }
    };

    private ExecutorFields() {}

    /** Hands out every executor that a field of this instance, or a static field of its class, holds now. */
    static void forEach(Object instance, Consumer<Executor> action) {
        List<Executor> found = new ArrayList<>();
        for (Field field : FIELDS.get(instance.getClass())) {
            ReflectionSupport.tryToReadFieldValue(field, instance).ifSuccess(value -> {
                if (value instanceof Executor executor) {
                    found.add(executor);
                }
            });
        }
        found.forEach(action);
    }
}
