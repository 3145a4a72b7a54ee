package io.github.liveliness;

import io.github.liveliness.engine.NamedTest;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.engine.UniqueId;

/** What tests are called where one is chosen. */
final class NamedTests {
    private NamedTests() {}

    /** Nothing where the context is that of no test. */
    static Optional<NamedTest> of(ExtensionContext context) {
        return context.getTestMethod()
                .map(method -> new NamedTest(
                        context.getRequiredTestClass().getName(),
                        method.getName(),
                        Optional.of(parameters(method)),
                        invocation(context)));
    }

    private static String parameters(Method method) {
        return Arrays.stream(method.getParameterTypes()).map(Class::getTypeName).collect(Collectors.joining(","));
    }

    /** JUnit numbers what one method makes: {@code [test-template-invocation:#2]}. */
    private static OptionalInt invocation(ExtensionContext context) {
        UniqueId.Segment last = UniqueId.parse(context.getUniqueId()).getLastSegment();
        return last.getType().equals("test-template-invocation")
                ? OptionalInt.of(Integer.parseInt(last.getValue().substring(1)))
                : OptionalInt.empty();
    }

    /** Whether the name alone would mean other tests as well. */
    static boolean isOverloaded(ExtensionContext context) {
        Method test = context.getRequiredTestMethod();
        return Stream.<Class<?>>iterate(
                        context.getRequiredTestClass(), type -> type != null, type -> type.getSuperclass())
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .anyMatch(other -> other.getName().equals(test.getName())
                        && !Arrays.equals(other.getParameterTypes(), test.getParameterTypes()));
    }
}
