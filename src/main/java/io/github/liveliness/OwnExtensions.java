package io.github.liveliness;

import java.lang.reflect.Field;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.extension.TestInstances;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.ModifierSupport;
import org.junit.platform.commons.support.ReflectionSupport;

/** Finds extensions of ours that a test class has registered in its fields. */
final class OwnExtensions {
    private OwnExtensions() {}

    /** Whether one of them is at work in this context; those in fields of an instance are, as soon as there is one. */
    static boolean areIn(ExtensionContext context) {
        List<Object> instances =
                context.getTestInstances().map(TestInstances::getAllInstances).orElse(List.of());
        return Stream.concat(
                        Stream.concat(context.getTestClass().stream(), context.getEnclosingTestClasses().stream())
                                .flatMap(type -> fields(type).filter(ModifierSupport::isStatic))
                                .map(field -> value(field, Optional.empty())),
                        instances.stream()
                                .flatMap(instance -> fields(instance.getClass())
                                        .filter(ModifierSupport::isNotStatic)
                                        .map(field -> value(field, Optional.of(instance)))))
                .anyMatch(
                        value -> value.filter(StallExtension.class::isInstance).isPresent());
    }

    private static Stream<Field> fields(Class<?> type) {
        return AnnotationSupport.findAnnotatedFields(type, RegisterExtension.class).stream();
    }

    private static Optional<Object> value(Field field, Optional<Object> instance) {
        return ReflectionSupport.tryToReadFieldValue(field, instance.orElse(null))
                .toOptional();
    }
}
