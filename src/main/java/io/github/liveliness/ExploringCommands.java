package io.github.liveliness;

import io.github.liveliness.engine.BuildCommand;
import io.github.liveliness.engine.ExploringCommand;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/** How tests are explored that do not say so themselves, by who reads of them. */
final class ExploringCommands {
    private static final BuildCommand BUILD = BuildCommand.ofThisJvm();

    private ExploringCommands() {}

    /** The command that explores this test. */
    static Optional<ExploringCommand> of(ExtensionContext context, boolean detected) {
        return NamedTests.of(context)
                .filter(name -> !isFactory(context))
                .map(name ->
                        new ExploringCommand(BUILD, NamedTests.isOverloaded(context) ? name : name.brief(), detected));
    }

    /** How this test is explored, or why it cannot be, as the report of a stall ends. */
    static List<String> words(ExtensionContext context, boolean detected) {
        return of(context, detected)
                .map(ExploringCommand::words)
                .orElseGet(() -> ExploringCommand.impossible(whyNot(context)));
    }

    /** Why a test that has no command cannot be explored. */
    static String whyNot(ExtensionContext context) {
        return context.getTestClass().isPresent() && context.getTestMethod().isEmpty()
                ? "What a class does once, around its tests, cannot be explored."
                : "A dynamic test cannot be explored, for JUnit makes it but once. As a @Test or a @ParameterizedTest it could.";
    }

    private static boolean isFactory(ExtensionContext context) {
        return context.getTestMethod()
                .filter(method -> AnnotationSupport.isAnnotated(method, TestFactory.class))
                .isPresent();
    }
}
