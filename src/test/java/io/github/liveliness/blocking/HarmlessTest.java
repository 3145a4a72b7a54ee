package io.github.liveliness.blocking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class HarmlessTest {

    @Test
    void aCallOfTheUsersCounts() {
        assertThat(isHarmless(false, "java.io.File.exists", "com.acme.Orders.load"))
                .isFalse();
    }

    @Test
    void whatTheJvmReadsForTheFirstUseOfAClassIsNobodysCall() {
        assertThat(isHarmless(
                        false,
                        "java.io.RandomAccessFile.read",
                        "java.net.URLClassLoader.findClass",
                        "java.lang.ClassLoader.loadClass",
                        "com.acme.Orders.load"))
                .isTrue();
        assertThat(isHarmless(
                        false,
                        "java.io.FileInputStream.read",
                        "sun.net.NetProperties.<clinit>",
                        "com.acme.Orders.load"))
                .isTrue();
        assertThat(isHarmless(
                        false,
                        "java.io.File.exists",
                        "jdk.internal.loader.NativeLibraries.loadLibrary",
                        "com.acme.A.b"))
                .isTrue();
    }

    @Test
    void aClassLoaderOfTheUsersLoadsForTheJvm() {
        assertThat(isHarmless(
                        false,
                        "java.io.FileInputStream.read",
                        "com.acme.Loader.findClass",
                        "com.acme.Loader.loadClass",
                        "java.lang.ClassLoader.loadClass",
                        "com.acme.Orders.load"))
                .isTrue();
    }

    @Test
    void whatAgentsReadToRewriteAClassIsNobodysCall() {
        for (String way : List.of(
                "sun.instrument.InstrumentationImpl.transform", "java.lang.invoke.MethodHandleNatives.linkCallSite")) {
            assertThat(isHarmless(
                            false,
                            "java.io.RandomAccessFile.read",
                            "net.acme.Agent.transform",
                            way,
                            "com.acme.Orders.load"))
                    .isTrue();
        }
    }

    @Test
    void aStaticInitializerOfTheUsersMakesItsOwnCalls() {
        assertThat(isHarmless(false, "java.io.File.exists", "com.acme.Orders.<clinit>", "com.acme.Main.run"))
                .isFalse();
    }

    @Test
    void aForkJoinPoolMakesUpForItsOwnWorkersAlone() {
        String[] joined = {
            "java.util.concurrent.locks.LockSupport.park", "java.util.concurrent.ForkJoinTask.awaitDone", "com.acme.A.b"
        };
        String[] managed = {
            "java.util.concurrent.CountDownLatch.await",
            "com.acme.Blocker.block",
            "java.util.concurrent.ForkJoinPool.compensatedBlock"
        };

        assertThat(isHarmless(true, joined)).isTrue();
        assertThat(isHarmless(true, managed)).isTrue();
        assertThat(isHarmless(false, joined)).isFalse();
    }

    @Test
    void aTaskThatAJoinHelpsWithMakesItsOwnCalls() {
        assertThat(isHarmless(
                        true,
                        "java.io.File.exists",
                        "com.acme.Part.compute",
                        "java.util.concurrent.ForkJoinTask.awaitDone",
                        "com.acme.Whole.compute"))
                .isFalse();
    }

    @Test
    void aWorkerOfAChannelGroupIsIdleUntilItCallsAHandler() {
        assertThat(isHarmless(
                        false,
                        "java.util.concurrent.locks.LockSupport.park",
                        "sun.nio.ch.EPollPort$EventHandlerTask.run",
                        "java.util.concurrent.ThreadPoolExecutor.runWorker"))
                .isTrue();
        assertThat(isHarmless(
                        false,
                        "java.io.File.exists",
                        "com.acme.Handler.completed",
                        "sun.nio.ch.EPollPort$EventHandlerTask.run"))
                .isFalse();
    }

    @Test
    void whoRunsTestsAsTasksRunsThemForItself() {
        assertThat(isHarmless(
                        true,
                        "java.io.File.exists",
                        "com.acme.OrdersTest.loads",
                        "org.junit.platform.engine.support.hierarchical.NodeTestTask.execute"))
                .isTrue();
    }

    private static boolean isHarmless(boolean byForkJoinWorker, String... methods) {
        List<StackTraceElement> stack =
                Arrays.stream(methods).map(HarmlessTest::frame).toList();
        return Harmless.is(stack, byForkJoinWorker);
    }

    private static StackTraceElement frame(String method) {
        int dot = method.lastIndexOf('.');
        return new StackTraceElement(method.substring(0, dot), method.substring(dot + 1), "File.java", 7);
    }
}
