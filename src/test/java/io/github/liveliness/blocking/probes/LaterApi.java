package io.github.liveliness.blocking.probes;

import static java.lang.invoke.MethodType.methodType;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** What JDK 17 lacks, for probes that only run where it is. A handle puts no frame between a probe and its call. */
final class LaterApi {
    private static final MethodHandles.Lookup LOOKUP = MethodHandles.publicLookup();

    private LaterApi() {}

    /** Since 19. */
    static void sleep(Duration duration) throws Exception {
        MethodHandle sleep = LOOKUP.findStatic(Thread.class, "sleep", methodType(void.class, Duration.class));
        run(() -> sleep.invoke(duration));
    }

    /** Since 19. */
    static void join(Thread thread, Duration duration) throws Exception {
        MethodHandle join = LOOKUP.findVirtual(Thread.class, "join", methodType(boolean.class, Duration.class));
        run(() -> join.invoke(thread, duration));
    }

    /** Since 19. */
    static void close(ExecutorService pool) throws Exception {
        MethodHandle close = LOOKUP.findVirtual(ExecutorService.class, "close", methodType(void.class));
        run(() -> close.invoke(pool));
    }

    /** Since 24. */
    static void waitFor(Process process, Duration duration) throws Exception {
        MethodHandle waitFor = LOOKUP.findVirtual(Process.class, "waitFor", methodType(boolean.class, Duration.class));
        run(() -> waitFor.invoke(process, duration));
    }

    /** Since 21. */
    static ExecutorService virtualThreads() throws ReflectiveOperationException {
        return (ExecutorService)
                Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
    }

    @FunctionalInterface
    private interface Call {
        void run() throws Throwable;
    }

    private static void run(Call call) throws Exception {
        try {
            call.run();
        } catch (Exception | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }
}
