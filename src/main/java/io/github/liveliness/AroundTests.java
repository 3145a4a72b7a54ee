package io.github.liveliness;

import java.lang.reflect.Method;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;

/** Stands around each test method, and around what its class does before and after each, however JUnit calls these. */
abstract class AroundTests implements InvocationInterceptor {

    /** Around a test. */
    abstract void aroundTest(Invocation<Void> invocation, ExtensionContext context) throws Throwable;

    /** Around a method that runs before or after each test. */
    abstract void aroundEach(Invocation<Void> invocation, ExtensionContext context) throws Throwable;

    @Override
    public void interceptBeforeEachMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        aroundEach(invocation, context);
    }

    @Override
    public void interceptTestMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        aroundTest(invocation, context);
    }

    @Override
    public void interceptTestTemplateMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        aroundTest(invocation, context);
    }

    @Override
    public void interceptAfterEachMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        aroundEach(invocation, context);
    }
}
