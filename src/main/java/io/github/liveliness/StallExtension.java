package io.github.liveliness;

import io.github.liveliness.engine.Guard;
import io.github.liveliness.engine.Outcome;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.DynamicTestInvocationContext;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.PreInterruptCallback;
import org.junit.jupiter.api.extension.PreInterruptContext;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.opentest4j.AssertionFailedError;

/** Guards every body and lifecycle method, and turns a stall into the error that the test fails with. */
final class StallExtension
        implements InvocationInterceptor, ParameterResolver, AfterEachCallback, PreInterruptCallback {
    private final Guards guards;

    /** For {@link DetectStalls}. */
    StallExtension() {
        this(WrittenSettings.NONE);
    }

    StallExtension(WrittenSettings fromBuilder) {
        this.guards = new Guards(fromBuilder);
    }

    @Override
    public <T> T interceptTestClassConstructor(
            Invocation<T> invocation, ReflectiveInvocationContext<Constructor<T>> constructor, ExtensionContext context)
            throws Throwable {
        return guarded(invocation, context);
    }

    @Override
    public void interceptBeforeAllMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        guarded(invocation, context);
    }

    @Override
    public void interceptBeforeEachMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        guarded(invocation, context);
    }

    @Override
    public void interceptTestMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        guarded(invocation, context);
    }

    @Override
    public <T> T interceptTestFactoryMethod(
            Invocation<T> invocation, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        return guarded(invocation, context);
    }

    @Override
    public void interceptTestTemplateMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        guarded(invocation, context);
    }

    @Override
    public void interceptDynamicTest(
            Invocation<Void> invocation, DynamicTestInvocationContext test, ExtensionContext context) throws Throwable {
        guarded(invocation, context);
    }

    @Override
    public void interceptAfterEachMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        guarded(invocation, context);
    }

    @Override
    public void interceptAfterAllMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        guarded(invocation, context);
    }

    private <T> T guarded(Invocation<T> invocation, ExtensionContext context) throws Throwable {
        Optional<Guard> guard = guards.guard(context);
        if (guard.isEmpty()) {
            return invocation.proceed();
        }
        context.getTestInstances()
                .ifPresent(instances -> instances
                        .getAllInstances()
                        .forEach(instance -> ExecutorFields.forEach(instance, guard.get()::watch)));
        // A list, since a body may return null.
        List<T> result = new ArrayList<>(1);
        Outcome outcome = guard.get().run(() -> result.add(invocation.proceed()));
        if (outcome instanceof Outcome.Stalled stalled) {
            throw StallError.of(stalled.report(), stalled.stack(), stalled.failures());
        }
        if (outcome instanceof Outcome.Threw threw) {
            threw.seen().forEach(report -> threw.failure().addSuppressed(StallError.of(report, List.of(), List.of())));
            throw threw.failure();
        }
        return result.get(0);
    }

    @Override
    public void beforeThreadInterrupt(PreInterruptContext interrupt, ExtensionContext context) {
        guards.guard(context).ifPresent(Guard::explain);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        guards.guard(context)
                .map(Guard::missing)
                .filter(missing -> !missing.isEmpty())
                .ifPresent(missing -> {
                    throw new AssertionFailedError("Expected a stall of kind "
                            + missing.get(0) + " and saw none. Stalls seen: "
                            + guards.guard(context).map(Guard::seen).orElse(List.of()));
                });
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == StallWatch.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return guards.guard(context).<StallWatch>map(GuardedStallWatch::new).orElseGet(SwitchedOffStallWatch::new);
    }
}
