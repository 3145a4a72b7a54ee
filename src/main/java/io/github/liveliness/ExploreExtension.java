package io.github.liveliness;

import io.github.liveliness.engine.Control;
import io.github.liveliness.engine.Controls;
import io.github.liveliness.engine.Explored;
import io.github.liveliness.engine.ExploredTest;
import io.github.liveliness.engine.Exploring;
import io.github.liveliness.engine.Outcome;
import java.lang.reflect.Method;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * Runs a test again and again in place of its one run. In those runs, which JUnit makes of it too, it stands aside.
 *
 * <p>The instance that the report is about is there for the report alone: its test and its lifecycle methods are not called.
 */
class ExploreExtension implements InvocationInterceptor {
    private final Function<Exploring, Control> control;

    /** For {@link Explore}. */
    ExploreExtension() {
        this(exploring -> Controls.open(exploring, System.err::println));
    }

    ExploreExtension(Function<Exploring, Control> control) {
        this.control = control;
    }

    /** Whether a test is explored, rather than run once. */
    static boolean concerns(ExtensionContext context) {
        return context.getTestMethod()
                .filter(method -> AnnotationSupport.isAnnotated(method, Explore.class))
                .isPresent();
    }

    @Override
    public void interceptBeforeEachMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        onlyInside(invocation, context);
    }

    @Override
    public void interceptAfterEachMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        onlyInside(invocation, context);
    }

    private static void onlyInside(Invocation<Void> invocation, ExtensionContext context) throws Throwable {
        if (InnerConfiguration.isOf(context)) {
            invocation.proceed();
        } else {
            invocation.skip();
        }
    }

    @Override
    public void interceptTestMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        explored(invocation, context);
    }

    @Override
    public void interceptTestTemplateMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        explored(invocation, context);
    }

    private void explored(Invocation<Void> invocation, ExtensionContext context) throws Throwable {
        if (InnerConfiguration.isOf(context)) {
            invocation.proceed();
            return;
        }
        invocation.skip();
        Exploring settings = settings(context);
        InnerRun inner = inner(context);
        Explored explored = explored(new ExploredTest.Name(inner.id(), TestNames.of(context)), settings, inner);
        if (explored instanceof Explored.Passed passed) {
            inner.checkCompleted();
            context.publishReportEntry("liveliness.explore", passed.words());
        } else if (explored instanceof Explored.Failed failed) {
            throw error(failed);
        } else {
            throw ScheduleError.of((Explored.Impossible) explored);
        }
    }

    private static AssertionError error(Explored.Failed failed) {
        return failed.stall()
                .<AssertionError>map(
                        stall -> StallError.of(new Outcome.Report(stall, failed.words()), failed.stack(), List.of()))
                .orElseGet(() -> ScheduleError.of(failed));
    }

    private Explored explored(ExploredTest.Name name, Exploring settings, InnerRun inner) {
        try (Control opened = control.apply(settings)) {
            return new ExploredTest(name, settings, opened, inner::execute, System::nanoTime, System.err::println)
                    .run();
        }
    }

    private static Exploring settings(ExtensionContext context) {
        WrittenSettings written = context.getTestMethod()
                .flatMap(method -> AnnotationSupport.findAnnotation(method, Explore.class))
                .map(WrittenSettings::of)
                .orElse(WrittenSettings.NONE);
        return Exploring.read(ContextSources.of(context, written));
    }

    private static InnerRun inner(ExtensionContext context) {
        try {
            return InnerRun.of(context);
        } catch (NoClassDefFoundError absent) {
            throw new ScheduleError(
                    "@Explore has JUnit run the test again, and JUnit's launcher is not on the class path: " + absent
                            + ". Add org.junit.platform:junit-platform-launcher to the tests' dependencies.");
        }
    }
}
