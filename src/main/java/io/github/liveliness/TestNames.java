package io.github.liveliness;

import java.lang.reflect.Method;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionContext;

/** What people call a test. */
final class TestNames {
    private TestNames() {}

    /** Its class, its method, and what a test factory made of that. */
    static String of(ExtensionContext context) {
        Optional<Class<?>> testClass = context.getTestClass();
        if (testClass.isEmpty()) {
            return context.getParent()
                    .filter(maker -> maker.getTestClass().isPresent()
                            || maker.getParent().isPresent())
                    .map(maker -> of(maker) + " > " + context.getDisplayName())
                    .orElseGet(context::getDisplayName);
        }
        String name = ofClass(testClass.get());
        return context.getTestMethod()
                .map(method -> name + "." + ofTest(method, context.getDisplayName()))
                .orElse(name);
    }

    private static String ofClass(Class<?> testClass) {
        Class<?> outer = testClass.getEnclosingClass();
        return outer == null ? testClass.getSimpleName() : ofClass(outer) + "." + testClass.getSimpleName();
    }

    /** The method, and where one method makes several tests, which of them it is. */
    private static String ofTest(Method found, String shown) {
        String method = found.getName() + "()";
        return shown.startsWith(found.getName() + "(") ? method : method + " [" + shown + "]";
    }
}
