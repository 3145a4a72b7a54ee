package io.github.liveliness;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import org.apiguardian.api.API;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;

/**
 * Leaves out, in each run of an explored test, what the class does once: it has been done around them all. What belongs to
 * an instance is done for each.
 *
 * <p>JUnit finds it by itself in those runs, and it does nothing in others. It is public for JUnit alone.
 */
@API(status = API.Status.INTERNAL)
public final class InnerClassExtension implements InvocationInterceptor {

    /** Called by JUnit. */
    public InnerClassExtension() {}

    @Override
    public void interceptBeforeAllMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        once(invocation, method, context);
    }

    @Override
    public void interceptAfterAllMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        once(invocation, method, context);
    }

    private static void once(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        if (InnerConfiguration.isOf(context)
                && Modifier.isStatic(method.getExecutable().getModifiers())) {
            invocation.skip();
        } else {
            invocation.proceed();
        }
    }
}
