package io.github.liveliness;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Predicate;
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

    /** Every executor that a field of this instance holds now. */
    static List<Executor> ofInstance(Object instance) {
        return find(instance, field -> !Modifier.isStatic(field.getModifiers()));
    }

    /** Every executor that a static field of its class, or of a parent, holds now. */
    static List<Executor> ofClass(Object instance) {
        return find(instance, field -> Modifier.isStatic(field.getModifiers()));
    }

    private static List<Executor> find(Object instance, Predicate<Field> which) {
        List<Executor> found = new ArrayList<>();
        FIELDS.get(instance.getClass()).stream()
                .filter(which)
                .forEach(field -> ReflectionSupport.tryToReadFieldValue(field, instance)
                        .ifSuccess(value -> {
                            if (value instanceof Executor executor) {
                                found.add(executor);
                            }
                        }));
        return found;
    }
}
