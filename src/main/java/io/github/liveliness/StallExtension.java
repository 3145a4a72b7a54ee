package io.github.liveliness;

import io.github.liveliness.engine.ExploringCommand;
import io.github.liveliness.engine.Guard;
import io.github.liveliness.engine.Outcome;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.DynamicTestInvocationContext;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.PreInterruptCallback;
import org.junit.jupiter.api.extension.PreInterruptContext;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.junit.jupiter.api.extension.TestInstances;
import org.junit.jupiter.api.extension.TestWatcher;
import org.opentest4j.AssertionFailedError;

/**
 * Guards every body and lifecycle method, and turns a stall into the error that the test fails with. The test that the run has
 * chosen is explored instead.
 */
class StallExtension extends AroundTests
        implements ParameterResolver, AfterEachCallback, AfterAllCallback, PreInterruptCallback, TestWatcher {
    private final Guards guards;
    private final TestExploration exploration;
    private final FollowUps followUps;

    /** For {@link DetectStalls}. */
    StallExtension() {
        this(Guards.asWritten(WrittenSettings.NONE, List.of()));
    }

    StallExtension(Guards guards) {
        this(guards, TestExploration.ofThisJvm());
    }

    StallExtension(Guards guards, TestExploration exploration) {
        this.guards = guards;
        this.exploration = exploration;
        this.followUps = new FollowUps(exploration);
    }

    /** What a constructor makes belongs to the test that gets the instance. */
    @Override
    public ExtensionContextScope getTestInstantiationExtensionContextScope(ExtensionContext root) {
        return ExtensionContextScope.TEST_METHOD;
    }

    @Override
    public <T> T interceptTestClassConstructor(
            Invocation<T> invocation, ReflectiveInvocationContext<Constructor<T>> constructor, ExtensionContext context)
            throws Throwable {
        Class<?> type = constructor.getExecutable().getDeclaringClass();
        // What a static initializer makes is shared by all tests, and must not belong to the first of them.
        guarded(() -> Class.forName(type.getName(), true, type.getClassLoader()), classOf(context));
        return guarded(invocation, context);
    }

    private static ExtensionContext classOf(ExtensionContext context) {
        ExtensionContext found = context;
        while (found.getTestMethod().isPresent()) {
            found = found.getParent().orElseThrow();
        }
        return found;
    }

    @Override
    public void interceptBeforeAllMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        guarded(invocation, context);
    }

    @Override
    void aroundEach(Invocation<Void> invocation, ExtensionContext context) throws Throwable {
        if (explores(context)) {
            exploration.skipOutside(invocation, context);
        } else {
            guarded(invocation, context);
        }
    }

    @Override
    void aroundTest(Invocation<Void> invocation, ExtensionContext context) throws Throwable {
        if (explores(context)) {
            exploration.explore(invocation, context, command(context));
        } else {
            guarded(invocation, context);
        }
    }

    /** Who says {@code @Explore} has another extension for that; it counts as chosen all the same. */
    private static boolean explores(ExtensionContext context) {
        return !InnerConfiguration.isOf(context)
                && ExploredTests.areChosen(context)
                && !ExploredTests.areAnnotated(context);
    }

    private Optional<ExploringCommand> command(ExtensionContext context) {
        return ExploringCommands.of(context, guards.needDetection(context));
    }

    /** A stream of tests may stall only when JUnit comes to ask for the next. */
    @Override
    @SuppressWarnings("unchecked")
    public <T> T interceptTestFactoryMethod(
            Invocation<T> invocation, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        if (explores(context)) {
            throw new ScheduleError(
                    TestNames.of(context) + " cannot be explored. " + ExploringCommands.whyNot(context));
        }
        return (T) new GuardedNodes(step -> guarded(step, context)).of(guarded(invocation, context));
    }

    @Override
    public void interceptDynamicTest(
            Invocation<Void> invocation, DynamicTestInvocationContext test, ExtensionContext context) throws Throwable {
        guarded(invocation, context);
        // JUnit calls nobody after one of these.
        tellBlockingCalls(context);
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
        watchFields(context, guard.get());
        // A list, since a body may return null.
        List<T> result = new ArrayList<>(1);
        Outcome outcome = guard.get().run(() -> result.add(invocation.proceed()));
        if (outcome instanceof Outcome.Stalled stalled) {
            throw StallError.of(stalled);
        }
        if (outcome instanceof Outcome.Threw threw) {
            threw.seen().forEach(report -> threw.failure().addSuppressed(error(report)));
            throw threw.failure();
        }
        return result.get(0);
    }

    /** What outlives a test is shared with the next. */
    private static void watchFields(ExtensionContext context, Guard guard) {
        boolean shared = context.getTestInstanceLifecycle()
                .filter(Lifecycle.PER_CLASS::equals)
                .isPresent();
        List<Object> instances =
                context.getTestInstances().map(TestInstances::getAllInstances).orElse(List.of());
        for (Object instance : instances) {
            ExecutorFields.ofClass(instance).forEach(guard::watchShared);
            ExecutorFields.ofInstance(instance).forEach(shared ? guard::watchShared : guard::watch);
        }
    }

    /** JUnit adds what is thrown here to the error of its time-out. */
    @Override
    public void beforeThreadInterrupt(PreInterruptContext interrupt, ExtensionContext context) {
        Iterator<StallError> errors = guards.guard(context).map(Guard::explain).orElse(List.of()).stream()
                .map(StallExtension::error)
                .iterator();
        if (errors.hasNext()) {
            StallError first = errors.next();
            errors.forEachRemaining(first::addSuppressed);
            throw first;
        }
    }

    private static StallError error(Outcome.Report report) {
        return StallError.of(report, List.of(), List.of());
    }

    @Override
    public void afterEach(ExtensionContext context) {
        guards.guard(context).filter(guard -> !guard.missing().isEmpty()).ifPresent(guard -> {
            throw new AssertionFailedError("Expected a stall of kind "
                    + guard.missing().get(0) + " and saw none. " + SeenStalls.words(guard.seen()));
        });
        tellBlockingCalls(context);
    }

    /** Those of the class's own lifecycle methods. */
    @Override
    public void afterAll(ExtensionContext context) {
        tellBlockingCalls(context);
    }

    @Override
    public void testFailed(ExtensionContext context, Throwable cause) {
        followUps.add(context, cause, command(context));
    }

    private void tellBlockingCalls(ExtensionContext context) {
        guards.known(context).flatMap(Guard::blocked).ifPresent(blocked -> {
            context.publishReportEntry("liveliness.blocking", blocked.words());
            if (blocked.fails()) {
                throw BlockingCallError.of(blocked);
            }
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
