package io.github.liveliness;

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
        return context.getTestMethod().isPresent() ? name + "." + ofTest(context) : name;
    }

    private static String ofClass(Class<?> testClass) {
        Class<?> outer = testClass.getEnclosingClass();
        return outer == null ? testClass.getSimpleName() : ofClass(outer) + "." + testClass.getSimpleName();
    }

    /** The method, and where one method makes several tests, which of them it is. */
    private static String ofTest(ExtensionContext context) {
        String method =
                context.getTestMethod().map(found -> found.getName() + "()").orElse("");
        String shown = context.getDisplayName();
        boolean says = shown.equals(method) || method.isEmpty() || shown.startsWith(method.replace("()", "("));
        return says ? (method.isEmpty() ? shown : method) : method + " [" + shown + "]";
    }
}
