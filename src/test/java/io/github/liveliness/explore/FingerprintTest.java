package io.github.liveliness.explore;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FingerprintTest {

    @Test
    void whatRunsATestIsNoPartOfItsFailure() {
        assertThat(fingerprint(
                        "com.acme.Orders.price",
                        "com.acme.OrdersTest.prices",
                        "java.lang.reflect.Method.invoke",
                        "org.junit.platform.commons.util.ReflectionUtils.invokeMethod",
                        "com.acme.OurExtension.interceptTestMethod",
                        "org.junit.jupiter.engine.execution.InvocationInterceptorChain.invoke",
                        "io.github.liveliness.InnerRun.execute"))
                .isEqualTo(
                        "java.lang.IllegalStateException at com.acme.Orders.price:7 at com.acme.OrdersTest.prices:7");
    }

    @Test
    void assertionsOfJUnitMayCallTheTest() {
        assertThat(fingerprint(
                        "com.acme.Orders.price",
                        "org.junit.jupiter.api.AssertDoesNotThrow.assertDoesNotThrow",
                        "com.acme.OrdersTest.prices"))
                .isEqualTo(
                        "java.lang.IllegalStateException at com.acme.Orders.price:7 at com.acme.OrdersTest.prices:7");
    }

    @Test
    void whatFailsBeforeTheTestIsReachedHasTheLinesOfWhoeverFails() {
        assertThat(fingerprint(
                        "org.junit.jupiter.engine.execution.ParameterResolutionUtils.resolveParameters",
                        "com.acme.OurExtension.resolve",
                        "org.junit.platform.launcher.core.DefaultLauncher.execute"))
                .isEqualTo("java.lang.IllegalStateException at com.acme.OurExtension.resolve:7");
    }

    private static String fingerprint(String... frames) {
        Throwable failure = new IllegalStateException();
        failure.setStackTrace(stack(frames).toArray(StackTraceElement[]::new));
        return Fingerprint.of(failure);
    }

    private static List<StackTraceElement> stack(String... frames) {
        return Stream.of(frames)
                .map(frame -> new StackTraceElement(
                        frame.substring(0, frame.lastIndexOf('.')), frame.substring(frame.lastIndexOf('.') + 1), "", 7))
                .toList();
    }
}
