package io.github.liveliness;

import io.github.liveliness.engine.BuildCommand;
import io.github.liveliness.engine.ExploringCommand;
import io.github.liveliness.engine.NamedTest;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.engine.UniqueId;

/** Which tests are explored, rather than run once: those that say so, and the one that the run has chosen. */
final class ExploredTests {
    private static final BuildCommand BUILD = BuildCommand.ofThisJvm();

    private ExploredTests() {}

    /** The chosen one is to be asked for in any case, or it would count as one that never came. */
    static boolean include(ExtensionContext context) {
        return areChosen(context) || areAnnotated(context);
    }

    static boolean areAnnotated(ExtensionContext context) {
        return context.getTestMethod()
                .filter(method -> AnnotationSupport.isAnnotated(method, Explore.class))
                .isPresent();
    }

    /** Whether the run has chosen it, or would have, if it could be explored. */
    static boolean areChosen(ExtensionContext context) {
        return ChosenTest.in(context)
                .filter(chosen -> name(context).filter(chosen::means).isPresent())
                .isPresent();
    }

    /** The command that explores this test. */
    static Optional<ExploringCommand> command(ExtensionContext context, boolean detected) {
        return name(context)
                .filter(name -> !isFactory(context))
                .map(name -> new ExploringCommand(BUILD, isOverloaded(context) ? name : name.brief(), detected));
    }

    /** How this test is explored, or why it cannot be, as the report of a stall ends. */
    static List<String> exploring(ExtensionContext context, boolean detected) {
        return command(context, detected)
                .map(ExploringCommand::words)
                .orElseGet(() -> ExploringCommand.impossible(whyNot(context)));
    }

    /** Why a test that has no command cannot be explored. */
    static String whyNot(ExtensionContext context) {
        return context.getTestClass().isPresent() && context.getTestMethod().isEmpty()
                ? "What a class does once, around its tests, cannot be explored."
                : "A dynamic test cannot be explored, for JUnit makes it but once. As a @Test or a @ParameterizedTest it could.";
    }

    private static Optional<NamedTest> name(ExtensionContext context) {
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

    private static boolean isOverloaded(ExtensionContext context) {
        Method test = context.getRequiredTestMethod();
        return Stream.<Class<?>>iterate(
                        context.getRequiredTestClass(), type -> type != null, type -> type.getSuperclass())
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .anyMatch(other -> other.getName().equals(test.getName())
                        && !Arrays.equals(other.getParameterTypes(), test.getParameterTypes()));
    }

    private static boolean isFactory(ExtensionContext context) {
        return context.getTestMethod()
                .filter(method -> AnnotationSupport.isAnnotated(method, TestFactory.class))
                .isPresent();
    }
}
