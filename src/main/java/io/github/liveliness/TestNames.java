package io.github.liveliness;

import org.junit.jupiter.api.extension.ExtensionContext;

/** What people call a test. */
final class TestNames {
    private TestNames() {}

    static String ofClass(ExtensionContext context) {
        return context.getTestClass().map(Class::getSimpleName).orElseGet(context::getDisplayName);
    }

    /** The method, and where one method makes several tests, which of them it is. */
    static String ofTest(ExtensionContext context) {
        String method =
                context.getTestMethod().map(found -> found.getName() + "()").orElse("");
        String shown = context.getDisplayName();
        boolean says = shown.equals(method) || method.isEmpty() || shown.startsWith(method.replace("()", "("));
        return says ? (method.isEmpty() ? shown : method) : method + " [" + shown + "]";
    }
}
